import Taro from '@tarojs/taro'

/** Asks for the templates on a tap; which of them were accepted, null when the person or the platform said no to all. */
export type AskMessages = (templateIds: readonly string[]) => Promise<readonly string[] | null>

export const askMessages: AskMessages | null = async (templateIds) => {
  try {
    const said = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    const accepted = templateIds.filter((id) => (said as Readonly<Record<string, unknown>>)[id] === 'accept')
    return accepted.length > 0 ? accepted : null
  } catch {
    return null
  }
}
