import { type Refusal, refuse } from '../../kit/refusal'
import { type Actor, holdsAny } from '../../people/roles'

/** 抽查回访 (67号令 §21): of every month's confirmed records, so many in a hundred are asked about. */
export const CALL_BACK_PERCENT = 2
export const CALL_BACK_RESULTS = ['verified', 'differs', 'unreached'] as const
export type CallBackResult = (typeof CALL_BACK_RESULTS)[number]

export const CALL_BACK_RESULT_ZH: Record<CallBackResult, string> = {
  verified: '核实',
  differs: '不符',
  unreached: '联系不上',
}

/** A drawn record; `result` is the last one. */
export type DrawnNow = {
  readonly recordId: string
  readonly month: string
  readonly personId: string
  readonly leaderId: string
  readonly confirmedBy: string
  readonly result: CallBackResult | null
}

declare const decided: unique symbol
/** Minted only by `decideCallBack`, and the only thing `recordCallBack` accepts. */
export type CallBackDecision = {
  readonly was: DrawnNow
  readonly result: CallBackResult
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** By somebody who neither served, led nor confirmed it. Hours stay as they are: what differs goes the way of corrections. */
export function decideCallBack(
  was: DrawnNow,
  actor: Actor,
  { result, note }: { readonly result: CallBackResult; readonly note: string },
  at: Date,
): CallBackDecision | Refusal {
  const refusal = whyNotCall(was, actor)
  if (refusal) return refusal
  if (result === 'differs' && note === '') return refuse('missing', '不符的请写明哪里不符', 'note')
  return { was, result, note, by: actor.id, at } as CallBackDecision
}

function whyNotCall({ personId, leaderId, confirmedBy, result }: DrawnNow, actor: Actor): Refusal | null {
  if (!holdsAny(actor, ['reviewer', 'admin'])) return refuse('forbidden', '您不能办抽查回访')
  if ([personId, leaderId, confirmedBy].includes(actor.id))
    return refuse('forbidden', '这条记录与您有关，请另一位同事回访')
  return result === null || result === 'unreached' ? null : refuse('wrong_state', '这条记录已回访')
}

export const mayCallBack = (was: DrawnNow, actor: Actor) => whyNotCall(was, actor) === null
