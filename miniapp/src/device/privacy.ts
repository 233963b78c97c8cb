import Taro from '@tarojs/taro'

export type PrivacyAsk = {
  readonly contractZh: string
  readonly open: () => void
  readonly answer: (yes: boolean, buttonId: string) => void
}

const USUAL_ZH = '《隐私保护指引》'

/** The name of the contract as it stands in the platform's console. */
const contractZh = () =>
  new Promise<string>((resolve) => {
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => resolve(privacyContractName || USUAL_ZH),
      fail: () => resolve(USUAL_ZH),
    })
  })

/** Registered once: every interface that needs the contract waits until `answer` is called. Older phones have none of it. */
export function watchPrivacy(onAsk: (ask: PrivacyAsk) => void) {
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    const answer = (yes: boolean, buttonId: string) =>
      resolve(yes ? { event: 'agree', buttonId } : { event: 'disagree' })
    void contractZh().then((zh) => onAsk({ contractZh: zh, open: () => Taro.openPrivacyContract({}), answer }))
  })
}
