import type { CaseView } from '@shared/cases/contract'
import type { Draft } from '../../../api/drafts'
import { zhOf } from '../../../api/use-send'
import { createStore } from '../../../ui/store'
import { toast } from '../../../ui/toast'
import type { MoveDraft } from './move-drafts'
import type { Plan } from './plans'
import { reopen } from './reopened'
import { type Sent, sendPlan } from './send-plan'
import { halfZh, heldZh } from './told-zh'

export const HOLD_MS = 8_000

export type Held = {
  readonly view: CaseView
  readonly plan: Plan
  readonly draft: Draft<MoveDraft>
  readonly zh: string
}
type Hold = {
  /** The decision that can still be taken back; it is a draft as well, so a closed page does not lose it. */
  readonly waiting: Held | null
  /** Cases whose decision is on its way. */
  readonly sending: readonly string[]
  /** How many have come back, well or not. */
  readonly ended: number
}

const hold = createStore<Hold>({ waiting: null, sending: [], ended: 0 })
let timer: ReturnType<typeof setTimeout> | undefined

export const useHold = hold.use
export const isBusy = ({ waiting, sending }: Hold, caseId: string) =>
  waiting?.view.id === caseId || sending.includes(caseId)

/** One at a time: the next decision sends the one before. */
export function holdBack(view: CaseView, plan: Plan, draft: Draft<MoveDraft>) {
  release()
  hold.set({ ...hold.get(), waiting: { view, plan, draft, zh: heldZh(view, plan, draft.fields) } })
  timer = setTimeout(release, HOLD_MS)
}

/** Sends what waits, now. */
export function release() {
  clearTimeout(timer)
  const { waiting, sending } = hold.get()
  if (!waiting) return
  hold.set({ ...hold.get(), waiting: null, sending: [...sending, waiting.view.id] })
  const failed = (err: unknown): Sent => ({ end: 'wrong', zh: zhOf(err), field: undefined })
  void sendPlan(waiting.view, waiting.plan, waiting.draft)
    .catch(failed)
    .then((sent) => {
      tell(waiting, sent)
      const now = hold.get()
      hold.set({ ...now, sending: now.sending.filter((id) => id !== waiting.view.id), ended: now.ended + 1 })
    })
}

/** 撤销: nothing has left; the form is as it was. */
export function takeBack() {
  clearTimeout(timer)
  const { waiting } = hold.get()
  if (!waiting) return null
  hold.set({ ...hold.get(), waiting: null })
  reopen({ caseId: waiting.view.id, planId: waiting.plan.id, zh: null })
  return waiting.view.id
}

/** What did not go through stays as a draft, and says why when its case is opened again. */
function tell({ view, plan }: Held, sent: Sent) {
  if (sent.end === 'done') return
  if (sent.end === 'offline') return toast('没有网络，已存成草稿。联网后在列表里发出')
  const zh = sent.end === 'half' ? halfZh(plan, sent.zh) : sent.zh
  toast(`“${view.title}”没有办成：${zh}`, 'danger', { staysMs: HOLD_MS })
  reopen({ caseId: view.id, planId: sent.end === 'half' ? sent.rest.id : plan.id, zh })
}
