import { type Refusal, refuse } from '../kit/refusal'
import { addMinutes, MINUTE_MS, momentZh } from '../kit/time'
import type { Span } from './sign-up-limits'
import type { SignUpState } from './sign-ups'

/** 改期确认: 还能去 or 去不了. */
export const RECONSENT_ANSWERS = ['still', 'cannot'] as const
export type ReconsentAnswer = (typeof RECONSENT_ANSWERS)[number]

const ANSWER_MINUTES = 48 * 60
const LEAD_MINUTES = 120
const SHORTEST_MINUTES = 30

/** Two days, but two hours before the start at the latest; where it starts sooner still, until it starts. */
export function answerBy(startsAt: Date, at: Date) {
  const lead = addMinutes(startsAt, -LEAD_MINUTES)
  const days = addMinutes(at, ANSWER_MINUTES)
  if (lead <= at) return startsAt
  return days < lead ? days : lead
}

/** What a promise becomes when its shift moves: the whole stays whole, a part is cut to the shift or goes along with it. */
export function movedSpan(own: Span, was: Span, is: Span): Span {
  if (isSame(own, was)) return pick(is)
  const stays = within(own, is)
  if (isLongEnough(stays)) return stays
  const by = is.startsAt.getTime() - was.startsAt.getTime()
  const along = within({ startsAt: shift(own.startsAt, by), endsAt: shift(own.endsAt, by) }, is)
  return isLongEnough(along) ? along : pick(is)
}

const pick = ({ startsAt, endsAt }: Span): Span => ({ startsAt, endsAt })
const shift = (at: Date, ms: number) => new Date(at.getTime() + ms)
const isSame = (a: Span, b: Span) =>
  a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime()
const within = (own: Span, is: Span): Span => ({
  startsAt: own.startsAt < is.startsAt ? is.startsAt : own.startsAt,
  endsAt: own.endsAt > is.endsAt ? is.endsAt : own.endsAt,
})
const isLongEnough = ({ startsAt, endsAt }: Span) =>
  endsAt.getTime() - startsAt.getTime() >= SHORTEST_MINUTES * MINUTE_MS

export type Retiming = { readonly id: string; readonly was: Span; readonly is: Span }
export type OwnPromise = Span & {
  readonly id: string
  readonly shiftId: string
  readonly personId: string
  readonly state: SignUpState
  readonly version: number
}
/** `asked` holds a seat and answers; `told` holds none; `displaced` would overlap another own sign-up and lets go. */
export type MovedPromise = OwnPromise & { readonly was: Span; readonly fate: 'asked' | 'told' | 'displaced' }

/**
 * What becomes of every live sign-up of the shifts that move. `live`: all live sign-ups of these people, oldest first;
 * two of one person never overlap afterwards, and whoever stands in the way of an older one is let go.
 */
export function planMoves(retimed: readonly Retiming[], live: readonly OwnPromise[]): MovedPromise[] {
  const moves = new Map(retimed.map((one) => [one.id, one]))
  const kept: OwnPromise[] = live.filter(({ shiftId }) => !moves.has(shiftId))
  return live.flatMap((own): MovedPromise[] => {
    const move = moves.get(own.shiftId)
    if (!move) return []
    const moved = { ...own, ...movedSpan(own, move.was, move.is), was: pick(own) }
    if (kept.some((other) => other.personId === own.personId && overlaps(other, moved)))
      return [{ ...moved, fate: 'displaced' }]
    kept.push(moved)
    return [{ ...moved, fate: own.state === 'approved' || own.state === 'offered' ? 'asked' : 'told' }]
  })
}

const overlaps = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt

export type ReconsentNow = { readonly answerBy: Date; readonly answer: ReconsentAnswer | null } | undefined

/** Why the question of a changed time is not, or no longer, to be answered. */
export function whyNoAnswer(asked: ReconsentNow, state: SignUpState, at: Date): Refusal | null {
  if (!asked) return refuse('wrong_state', '这一场的时间没有变化')
  if (asked.answer !== null) return refuse('wrong_state', '您已经回答过了')
  if (state !== 'approved' && state !== 'offered') return refuse('wrong_state', '这份报名已取消')
  if (at >= asked.answerBy)
    return refuse('wrong_state', `已过 ${momentZh(asked.answerBy, at)} 的答复时间，去不了请按取消报名办理`)
  return null
}
