type Resolve = (given: { event: string; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void
type Options = Record<string, unknown>
type Said = { needsPrivacy: boolean }
type Api = (name: string, act: (given: Options) => unknown) => (given?: Options) => unknown

const CONTRACT = '《文明随手拍小程序隐私保护指引》'
const NOT_AUTHORIZED = 'privacy permission is not authorized'

/**
 * The platform's privacy contract: what touches a person waits until the page answers, and goes on only where it names the
 * button the person pressed. One listener, the last one; without any, or after a no, the call fails with the platform's words.
 */
export function privacyOf(said: Said, api: Api) {
  let listener: Listener | null = null
  const settled = (name: string) =>
    new Promise<boolean>((resolve) => {
      if (listener === null) return resolve(false)
      listener(({ event, buttonId = '' }) => resolve(event === 'agree' && buttonId !== ''), { referrer: name })
    })
  /** An interface of the contract. */
  const touching = (name: string, act: (given: Options) => unknown) =>
    api(name, async (given) => {
      if (said.needsPrivacy && !(await settled(name))) throw new Error(NOT_AUTHORIZED)
      said.needsPrivacy = false
      return act(given)
    })
  const privacy = {
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: said.needsPrivacy,
      privacyContractName: CONTRACT,
    })),
    openPrivacyContract: api('openPrivacyContract', () => undefined),
    onNeedPrivacyAuthorization: (given: Listener) => {
      listener = given
    },
  }
  return { privacy, touching }
}
