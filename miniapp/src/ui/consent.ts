import { createStore } from './store'

/** What is asked of a person before one thing is used for the first time. */
export type ConsentQuestion = {
  readonly title: string
  readonly text: string
  /** What still works without it. */
  readonly withoutZh: string
}
type Asked = ConsentQuestion & { readonly answer: (yes: boolean | null) => void }

const asked = createStore<Asked | null>(null)

/** Null where the sheet was closed without an answer. */
export const askForConsent = (question: ConsentQuestion) =>
  new Promise<boolean | null>((resolve) => {
    asked.get()?.answer(null)
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(null)
        resolve(yes)
      },
    })
  })

export const useConsentQuestion = asked.use
