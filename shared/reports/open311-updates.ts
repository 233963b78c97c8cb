import { isNoteTold, toldZh } from '../cases/story'
import { CASE_MOVES, type CaseEventKind } from '../cases/transitions'
import { type Refusal, refuse } from '../kit/refusal'
import { addDays } from '../kit/time'
import { w3 } from './open311'

/** FixMyStreet's words for what a step means to the one who asked; a step without one is no news for other platforms. */
// biome-ignore format: a table reads by its columns
const UPDATE_STATUS: { readonly [kind in CaseEventKind]?: string } = {
  file: 'INVESTIGATING', unmerge: 'INVESTIGATING', dispatch: 'INVESTIGATING', arbitrate: 'INVESTIGATING', reassign: 'INVESTIGATING',
  sign: 'IN_PROGRESS', resume: 'IN_PROGRESS', handle: 'IN_PROGRESS', serve: 'IN_PROGRESS', redo: 'IN_PROGRESS', extend: 'IN_PROGRESS', extend_again: 'IN_PROGRESS',
  suspend: 'ACTION_SCHEDULED',
  close: 'FIXED', merge: 'DUPLICATE', reject: 'NO_FURTHER_ACTION',
  transfer: 'NOT_COUNCILS_RESPONSIBILITY', settle: 'FIXED', take_back: 'INVESTIGATING',
  withdraw: 'CANCELLED', ask_reopen: 'REOPEN', reopen: 'REOPEN', deny_reopen: 'FIXED',
}

export const UPDATE_KINDS = CASE_MOVES.filter((move) => UPDATE_STATUS[move] !== undefined)

export type OutletEvent = {
  readonly id: string
  readonly number: string
  readonly kind: CaseEventKind
  readonly note: string
  readonly at: Date
}

/** servicerequestupdates, FixMyStreet's extension: what was done, in the words that a citizen reads, and never an inner note. */
export const requestUpdateOf = ({ id, number, kind, note, at }: OutletEvent, mediaUrl: string | null) => ({
  update_id: id,
  service_request_id: number,
  status: UPDATE_STATUS[kind] ?? 'INVESTIGATING',
  updated_datetime: w3(at),
  description: [toldZh(kind, false), isNoteTold(kind, false) ? note : ''].filter(Boolean).join('：'),
  media_url: mediaUrl,
})

const USUAL_DAYS = 7
const SPAN_DAYS_MAX = 90

/** From one moment to before another, as the client asked; a step has its minute, unlike a report. */
export function updateSpan(start: Date | null, end: Date | null, now: Date): { from: Date; before: Date } | Refusal {
  const before =
    end ?? (start === null ? now : new Date(Math.min(now.getTime(), addDays(start, SPAN_DAYS_MAX).getTime())))
  const from = start ?? addDays(before, -USUAL_DAYS)
  if (from > before && end !== null) return refuse('malformed', 'start_date 要早于 end_date', 'start_date')
  if (before > addDays(from, SPAN_DAYS_MAX))
    return refuse('malformed', `start_date 和 end_date 最多相隔 ${SPAN_DAYS_MAX} 天`, 'end_date')
  // What happened in this very second is in.
  return { from, before: new Date(before.getTime() + 1000) }
}
