import { createStore } from './store'

export type Doubt = {
  readonly title: string
  readonly zh?: string
  /** Says what will happen: 签退并结束服务, never 确定. */
  readonly yes: string
  readonly no?: string
  readonly danger?: boolean
}
type Asked = Doubt & { readonly answer: (yes: boolean) => void }

const asked = createStore<Asked | null>(null)

/** Asks before something that cannot be taken back. */
export const confirm = (doubt: Doubt) =>
  new Promise<boolean>((resolve) => {
    asked.get()?.answer(false)
    asked.set({
      ...doubt,
      answer: (yes) => {
        asked.set(null)
        resolve(yes)
      },
    })
  })

export const useConfirm = asked.use
