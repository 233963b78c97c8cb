import { type Refusal, refuse } from '../kit/refusal'
import { type Actor, holds } from '../people/roles'

export const SIGN_UP_STATES = [
  'applied',
  'approved',
  'waitlisted',
  'offered',
  'rejected',
  'withdrawn',
  'late_withdrawn',
  'no_show',
  'excused',
  'cancelled_by_org',
  'handed_over',
] as const
export type SignUpState = (typeof SIGN_UP_STATES)[number]

/** 来源: by oneself, added by the leader on the spot, or taken over from another volunteer. */
export const SIGN_UP_SOURCES = ['self', 'walk_in', 'hand_over'] as const
export type SignUpSource = (typeof SIGN_UP_SOURCES)[number]

/** States that hold a person's time: two of them never overlap. 已到场 is not stored: an approved sign-up with a check-in. */
export const LIVE_SIGN_UPS = ['applied', 'approved', 'waitlisted', 'offered'] as const satisfies readonly SignUpState[]
/** States that hold a seat: they never outnumber the capacity. */
export const SEATED_SIGN_UPS = ['approved', 'offered'] as const satisfies readonly SignUpState[]

/** Who moves a sign-up: the person, the leader of the shift, a reviewer, or the house itself. */
export const SIGN_UP_MOVERS = ['self', 'leader', 'reviewer', 'system'] as const
export type SignUpMover = (typeof SIGN_UP_MOVERS)[number]

type When = 'before_deadline' | 'after_deadline' | 'after_end' | 'in_time' | 'out_of_time'
type Transition = {
  zh: string
  from: readonly SignUpState[]
  to: SignUpState
  by: SignUpMover
  note: boolean
  when?: When
}

/** 报名流转. The birth of a sign-up is `decideSignUp` in `seats.ts`; this is the rest of its life. */
// biome-ignore format: a table reads by its columns
export const SIGN_UP_TRANSITIONS = {
  approve:       { zh: '同意报名',     from: ['applied'],                                       to: 'approved',         by: 'leader',   note: false },
  reject:        { zh: '不同意报名',   from: ['applied'],                                       to: 'rejected',         by: 'leader',   note: true },
  wait:          { zh: '转入候补',     from: ['applied'],                                       to: 'waitlisted',       by: 'leader',   note: false },
  offer:         { zh: '通知候补',     from: ['waitlisted'],                                    to: 'offered',          by: 'system',   note: false },
  accept:        { zh: '接受候补名额', from: ['offered'],                                       to: 'approved',         by: 'self',     note: false, when: 'in_time' },
  decline:       { zh: '让出候补名额', from: ['offered'],                                       to: 'waitlisted',       by: 'self',     note: false },
  lapse:         { zh: '候补过期',     from: ['offered'],                                       to: 'waitlisted',       by: 'system',   note: false, when: 'out_of_time' },
  withdraw:      { zh: '取消报名',     from: ['applied', 'approved', 'waitlisted', 'offered'],  to: 'withdrawn',        by: 'self',     note: false, when: 'before_deadline' },
  withdraw_late: { zh: '临时取消报名', from: ['approved'],                                      to: 'late_withdrawn',   by: 'self',     note: true,  when: 'after_deadline' },
  mark_no_show:  { zh: '记为未到',     from: ['approved'],                                      to: 'no_show',          by: 'leader',   note: false, when: 'after_end' },
  excuse:        { zh: '记为请假',     from: ['no_show', 'late_withdrawn'],                     to: 'excused',          by: 'leader',   note: true },
  restore:       { zh: '申诉通过',     from: ['no_show'],                                       to: 'approved',         by: 'reviewer', note: true },
  cancel:        { zh: '活动取消',     from: ['applied', 'approved', 'waitlisted', 'offered'],  to: 'cancelled_by_org', by: 'system',   note: false },
  cannot:        { zh: '改期后去不了',   from: ['approved', 'offered'],                            to: 'withdrawn',        by: 'self',     note: false },
  displace:      { zh: '改期后时间冲突', from: ['applied', 'approved', 'waitlisted', 'offered'],  to: 'withdrawn',        by: 'system',   note: false },
  hand_over:     { zh: '转给别人',     from: ['approved'],                                      to: 'handed_over',      by: 'system',   note: false },
  revoke:        { zh: '监护人撤回同意', from: ['applied', 'approved', 'waitlisted', 'offered'], to: 'withdrawn',        by: 'system',   note: false },
} as const satisfies Record<string, Transition>
export type SignUpMove = keyof typeof SIGN_UP_TRANSITIONS
export const SIGN_UP_MOVES = Object.keys(SIGN_UP_TRANSITIONS) as [SignUpMove, ...SignUpMove[]]

/** What a leader decides about somebody else's sign-up. */
export const LEADER_MOVES = ['approve', 'reject', 'wait', 'excuse'] as const satisfies readonly SignUpMove[]
export type LeaderMove = (typeof LEADER_MOVES)[number]

export type SignUpNow = {
  readonly id: string
  readonly activityId: string
  readonly shiftId: string
  readonly state: SignUpState
  readonly personId: string
  readonly leaderId: string
  /** Of the whole shift, also where only a part of it was promised. */
  readonly startsAt: Date
  readonly endsAt: Date
  /** Until then a withdrawal is free of reasons. */
  readonly signUpEndsAt: Date
  /** A check-in stands: whoever came is not absent and does not withdraw. */
  readonly isHere: boolean
  /** Of an offer only. */
  readonly offerUntil: Date | null
  readonly version: number
}
export type SignUpAsk = { readonly move: SignUpMove; readonly note: string }

declare const decided: unique symbol
/** Minted only by `decideSignUpMove`, and the only thing `recordSignUpMove` accepts. */
export type SignUpDecision = {
  readonly was: SignUpNow
  readonly to: SignUpState
  readonly move: SignUpMove
  readonly note: string
  /** The seat goes back only while somebody else could still take it. */
  readonly freesSeat: boolean
  /** A seat has to be found by the statement that records it. */
  readonly takesSeat: boolean
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

export function decideSignUpMove(was: SignUpNow, actor: Actor, ask: SignUpAsk, at: Date): SignUpDecision | Refusal {
  const transition: Transition = SIGN_UP_TRANSITIONS[ask.move]
  const { zh, from, to, by, note } = transition
  if (!isMover(was, actor, by)) return refuse('forbidden', `您不能${zh}`)
  if (!from.includes(was.state)) return refuse('wrong_state', `报名当前的状态不能${zh}，请刷新`)
  const early = WHEN[transition.when ?? 'any'](was, at)
  if (early) return early
  if (note && ask.note === '') return refuse('missing', NOTE_ZH[ask.move] ?? '请写明原因', 'note')
  const freesSeat = holdsSeat(was.state) && !holdsSeat(to) && at < was.startsAt
  // 申诉通过 gives back a seat that was never let go.
  const takesSeat = was.state === 'applied' && holdsSeat(to)
  return { was, to, move: ask.move, note: ask.note, freesSeat, takesSeat, by: actor.id, at } as SignUpDecision
}

/** 取消报名 or 临时取消报名: which of the two the clock makes it. */
export const withdrawalAt = (was: SignUpNow, at: Date): 'withdraw' | 'withdraw_late' =>
  was.state !== 'approved' || at < deadlineOf(was) ? 'withdraw' : 'withdraw_late'

/** Also a shift may start before sign-up ends: whoever leaves then leaves late. */
const deadlineOf = ({ signUpEndsAt, startsAt }: SignUpNow) => (signUpEndsAt < startsAt ? signUpEndsAt : startsAt)

const holdsSeat = (state: SignUpState) => (SEATED_SIGN_UPS as readonly SignUpState[]).includes(state)

/** Nobody decides about himself, whatever he leads or reviews. */
const isMover = (was: SignUpNow, actor: Actor, by: SignUpMover) =>
  ({
    self: actor.id === was.personId,
    leader: actor.id === was.leaderId && actor.id !== was.personId,
    reviewer: holds(actor, 'reviewer') && actor.id !== was.personId,
    system: actor.id === SYSTEM.id,
  })[by]

/** The house when it acts by itself: a cancelled activity, an offer that lapsed. */
export const SYSTEM: Actor = { id: 'system', grants: [] }

const WHEN: Record<When | 'any', (was: SignUpNow, at: Date) => Refusal | null> = {
  any: () => null,
  // Nobody counts on whoever only waits: they leave whenever they like.
  before_deadline: (was, at) =>
    was.state !== 'approved' || at < deadlineOf(was)
      ? null
      : refuse('wrong_state', '已过取消报名的截止时间，请写明原因后取消'),
  after_deadline: (was, at) => {
    if (was.isHere) return refuse('wrong_state', '您已签到，离开时请签退')
    if (at >= was.endsAt) return refuse('wrong_state', '活动已结束，不能再取消报名')
    return at < deadlineOf(was) ? refuse('wrong_state', '还没到截止时间，可以直接取消报名') : null
  },
  in_time: (was, at) =>
    hasLapsed(was, at) ? refuse('wrong_state', '这个名额已过确认时间，您排到了队尾，有空位会再通知您') : null,
  out_of_time: (was, at) => (hasLapsed(was, at) ? null : refuse('wrong_state', '候补名额还在确认时间内')),
  after_end: (was, at) => {
    if (at < was.endsAt) return refuse('wrong_state', '班次结束后才能记为未到')
    return was.isHere ? refuse('wrong_state', '这位志愿者已签到，不能记为未到') : null
  },
}

const hasLapsed = ({ offerUntil }: SignUpNow, at: Date) => offerUntil === null || offerUntil <= at

const NOTE_ZH: Partial<Record<SignUpMove, string>> = {
  withdraw_late: '已过截止时间，请写明取消的原因，领队会看到',
}
