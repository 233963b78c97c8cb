import { createStore } from './store'

/** WeChat waits for an answer before it lets an interface touch personal information. */
export type PrivacyQuestion = {
  /** 《文明随手拍小程序隐私保护指引》, as the platform calls it. */
  readonly contractZh: string
  readonly open: () => void
  /** The button of ours that was pressed: the platform checks that it was. */
  readonly answer: (yes: boolean, buttonId: string) => void
}

const asked = createStore<PrivacyQuestion | null>(null)

/** Whoever asked before is answered with no. */
export function askForPrivacy(question: PrivacyQuestion) {
  asked.get()?.answer(false, '')
  asked.set({
    ...question,
    answer: (yes, buttonId) => {
      asked.set(null)
      question.answer(yes, buttonId)
    },
  })
}

export const usePrivacyQuestion = asked.use
