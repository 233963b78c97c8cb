import { GetCase } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import type { Draft } from '../../../api/drafts'
import { zhOf } from '../../../api/use-send'
import { askOf, missingIn } from './fields'
import type { MoveDraft } from './move-drafts'
import { plansOf } from './plans'
import { sendPlan } from './send-plan'

/** Sends one waiting decision as it was written; null when it went through, else why not. */
export async function sendDraft(draft: Draft<MoveDraft>, me: Me): Promise<string | null> {
  const { caseId, planId, planZh, title } = draft.fields
  const why = (zh: string) => `${title}：${zh}`
  try {
    const view = await call(GetCase, { params: { id: caseId }, body: {} })
    const plan = plansOf(view, me).find(({ id }) => id === planId)
    if (!plan) return why(`已经不能“${planZh}”，请打开看看`)
    const photos = draft.photos.map(({ ref }) => ref)
    const asks = plan.moves.map((move) => askOf(move, draft.fields, photos))
    const missing = missingIn(view, asks, now())
    if (missing) return why(missing.zh)
    const sent = await sendPlan(view, plan, draft)
    if (sent.end === 'done') return null
    return why(sent.end === 'offline' ? '还没有网络' : sent.zh)
  } catch (err) {
    return why(zhOf(err))
  }
}
