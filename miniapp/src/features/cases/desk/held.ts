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

/** A decision that has not left yet; `send` never fails, it tells what became of it. */
export type Held = {
  readonly id: string
  readonly caseIds: readonly string[]
  readonly zh: string
  readonly send: () => Promise<void>
  /** 撤销: brings the form back as it was. */
  readonly undo: () => void
}
type Hold = {
  /** The decision that can still be taken back. */
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
  waiting?.caseIds.includes(caseId) === true || sending.includes(caseId)

/** One at a time: the next decision sends the one before. */
export function holdBack(held: Held) {
  release()
  hold.set({ ...hold.get(), waiting: held })
  timer = setTimeout(release, HOLD_MS)
}

/** Sends what waits, now. */
export function release() {
  clearTimeout(timer)
  const { waiting, sending } = hold.get()
  if (!waiting) return
  hold.set({ ...hold.get(), waiting: null, sending: [...sending, ...waiting.caseIds] })
  void waiting.send().then(() => {
    const now = hold.get()
    const left = now.sending.filter((id) => !waiting.caseIds.includes(id))
    hold.set({ ...now, sending: left, ended: now.ended + 1 })
  })
}

/** 撤销: nothing has left. The case to look at again, where it is one. */
export function takeBack() {
  clearTimeout(timer)
  const { waiting } = hold.get()
  if (!waiting) return null
  hold.set({ ...hold.get(), waiting: null })
  waiting.undo()
  return waiting.caseIds.length === 1 ? (waiting.caseIds[0] ?? null) : null
}

/** The decision on one case; it is a draft as well, so a closed page does not lose it. */
export function heldPlan(view: CaseView, plan: Plan, draft: Draft<MoveDraft>): Held {
  const failed = (err: unknown): Sent => ({ end: 'wrong', zh: zhOf(err), field: undefined })
  return {
    id: draft.id,
    caseIds: [view.id],
    zh: heldZh(view, plan, draft.fields),
    send: async () => tell(view, plan, await sendPlan(view, plan, draft).catch(failed)),
    undo: () => reopen({ caseId: view.id, planId: plan.id, zh: null }),
  }
}

/** What did not go through stays as a draft, and says why when its case is opened again. */
function tell(view: CaseView, plan: Plan, sent: Sent) {
  if (sent.end === 'done') return
  if (sent.end === 'offline') return toast('没有网络，已存成草稿。联网后在列表里发出')
  const zh = sent.end === 'half' ? halfZh(plan, sent.zh) : sent.zh
  toast(`“${view.title}”没有办成：${zh}`, 'danger', { staysMs: HOLD_MS })
  reopen({ caseId: view.id, planId: sent.end === 'half' ? sent.rest.id : plan.id, zh })
}
