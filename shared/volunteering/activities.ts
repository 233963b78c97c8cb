import { type Refusal, refuse } from '../kit/refusal'
import { type Actor, holdsAny, type Role } from '../people/roles'

/** Stored decisions only; what the clock and the seats add to them is `phases.ts`. */
export const ACTIVITY_STATES = ['draft', 'in_review', 'published', 'cancelled', 'settled', 'archived'] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

/** 活动类别 */
export const ACTIVITY_KINDS = [
  'greening',
  'cleaning',
  'traffic',
  'elderly',
  'children',
  'culture',
  'patrol',
  'event',
  'other',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

type Guard = 'complete' | 'second_person' | 'everyone_settled'
type Transition = {
  zh: string
  from: readonly ActivityState[]
  to: ActivityState
  by: readonly Role[]
  /** Whoever leads the team may do it too. */
  lead: boolean
  note: boolean
  guards: readonly Guard[]
}

/** 活动流转: the whole life of an activity. Guards, buttons and tests all read this table. */
// biome-ignore format: a table reads by its columns
export const ACTIVITY_TRANSITIONS = {
  submit:  { zh: '提交审核', from: ['draft'],                           to: 'in_review', by: ['admin'],    lead: true,  note: false, guards: ['complete'] },
  publish: { zh: '审核发布', from: ['in_review'],                       to: 'published', by: ['reviewer'], lead: false, note: false, guards: ['second_person', 'complete'] },
  return:  { zh: '退回修改', from: ['in_review'],                       to: 'draft',     by: ['reviewer'], lead: false, note: true,  guards: ['second_person'] },
  cancel:  { zh: '取消活动', from: ['draft', 'in_review', 'published'], to: 'cancelled', by: ['admin'],    lead: true,  note: true,  guards: [] },
  settle:  { zh: '结项',     from: ['published'],                       to: 'settled',   by: ['admin'],    lead: false, note: false, guards: ['everyone_settled'] },
  archive: { zh: '归档',     from: ['settled'],                         to: 'archived',  by: ['admin'],    lead: false, note: false, guards: [] },
} as const satisfies Record<string, Transition>
export type ActivityMove = keyof typeof ACTIVITY_TRANSITIONS
export const ACTIVITY_MOVES = Object.keys(ACTIVITY_TRANSITIONS) as [ActivityMove, ...ActivityMove[]]

export type ActivityNow = {
  readonly id: string
  readonly state: ActivityState
  readonly createdBy: string
  /** By the one who asks, as lead of the team or a team above it. */
  readonly isLed: boolean
  readonly placeZh: string
  readonly riskZh: string
  readonly isRisky: boolean
  readonly insuranceNo: string | null
  readonly minAge: number | null
  readonly endsAt: Date
  readonly shifts: number
  /** Approved sign-ups that have no outcome yet. */
  readonly unsettled: number
  readonly version: number
}
export type ActivityAsk = { readonly move: ActivityMove; readonly note: string }

declare const decided: unique symbol
/** Minted only by `decideActivityMove`, and the only thing `recordActivityMove` accepts. */
export type ActivityDecision = {
  readonly was: ActivityNow
  readonly to: ActivityState
  readonly move: ActivityMove
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

export function decideActivityMove(
  was: ActivityNow,
  actor: Actor,
  { move, note }: ActivityAsk,
  at: Date,
): ActivityDecision | Refusal {
  const transition: Transition = ACTIVITY_TRANSITIONS[move]
  const { zh, to, by, from, guards, lead } = transition
  if (!holdsAny(actor, by) && !(lead && was.isLed)) return refuse('forbidden', `您的身份不能${zh}`)
  if (!from.includes(was.state)) return refuse('wrong_state', `活动当前的状态不能${zh}，请刷新`)
  if (transition.note && note === '') return refuse('missing', '请写明原因', 'note')
  const stopped = guards.map((guard) => GUARDS[guard](was, actor, at)).find((refusal) => refusal !== null)
  return stopped ?? ({ was, to, move, note, by: actor.id, at } as ActivityDecision)
}

/** The moves this person would not be refused for who they are or where the activity stands. */
export const openActivityMoves = (was: ActivityNow, actor: Actor, at: Date) =>
  ACTIVITY_MOVES.filter((move) => !('refused' in decideActivityMove(was, actor, { move, note: '原因' }, at)))

const GUARDS: Record<Guard, (was: ActivityNow, actor: Actor, at: Date) => Refusal | null> = {
  complete: (was) => {
    if (was.placeZh === '') return refuse('missing', '请填写集合地点', 'placeZh')
    if (was.riskZh === '') return refuse('missing', '请写明风险与安全提示', 'riskZh')
    if (was.shifts === 0) return refuse('missing', '请至少安排一个班次', 'shifts')
    if (was.isRisky && !was.insuranceNo) return refuse('missing', '有风险的活动须先填写保险单号', 'insuranceNo')
    if (was.isRisky && (was.minAge ?? 0) < ADULT) return refuse('invalid', '有风险的活动只能招募成年人', 'minAge')
    return null
  },
  second_person: (was, actor) =>
    was.createdBy === actor.id ? refuse('forbidden', '不能审核自己发起的活动，请另一位审核员处理') : null,
  everyone_settled: (was, _, at) => {
    if (at < was.endsAt) return refuse('wrong_state', '活动结束后才能结项')
    if (was.unsettled > 0) return refuse('wrong_state', `还有 ${was.unsettled} 人没有认定结果，请领队先确认名单`)
    return null
  },
}

const ADULT = 18
