import type { Role } from '../../people/roles'

/** What is stored; 超时未接 and 未评 are what the clock makes of `dueAt`, see phases. */
export const ORDER_STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'pooled',
  'taken',
  'refused',
  'linked',
  'served',
  'call_back',
  'closed',
  'declined',
  'merged',
] as const
export type OrderState = (typeof ORDER_STATES)[number]
export const ORDER_ENDS: readonly OrderState[] = ['closed', 'declined', 'merged']

/** Rows of the county: hours each step may take. */
export const ORDER_CLOCKS = ['triage', 'take', 'agree', 'rate'] as const
export type OrderClock = (typeof ORDER_CLOCKS)[number]
export type OrderClocks = Readonly<Record<OrderClock, number>>

/** `leader` leads the shift of the linked activity or its team; `clock` is the house itself. */
export type OrderParty = 'dispatcher' | 'team' | 'any_team' | 'leader' | 'requester' | 'clock'
export type OrderNeed = 'note' | 'teamId' | 'masterId' | 'agreedAt' | 'activity' | 'photos' | 'stars'
type Transition = {
  readonly zh: string
  readonly from: readonly OrderState[]
  readonly to: OrderState
  readonly by: OrderParty
  readonly needs: readonly OrderNeed[]
  /** The clock that starts with it; none: nothing is due. */
  readonly starts?: OrderClock
}

/** 点单 → 派单 → 接单 → 评单: the whole life of an order. Guards, buttons, clocks and tests all read this table. */
// biome-ignore format: a table reads by its columns
export const ORDER_TRANSITIONS = {
  accept:   { zh: '受理',       from: ['submitted'],                                to: 'accepted',   by: 'dispatcher', needs: [],           starts: 'triage' },
  decline:  { zh: '不予受理',   from: ['submitted', 'accepted', 'refused', 'pooled'], to: 'declined', by: 'dispatcher', needs: ['note'] },
  merge:    { zh: '并单',       from: ['submitted', 'accepted'],                    to: 'merged',     by: 'dispatcher', needs: ['masterId'] },
  dispatch: { zh: '派单',       from: ['accepted', 'refused', 'dispatched', 'pooled'], to: 'dispatched', by: 'dispatcher', needs: ['teamId'], starts: 'take' },
  pool:     { zh: '放入抢单池', from: ['accepted', 'refused', 'dispatched'],        to: 'pooled',     by: 'dispatcher', needs: [],           starts: 'take' },
  take:     { zh: '接单',       from: ['dispatched'],                               to: 'taken',      by: 'team',       needs: ['agreedAt'], starts: 'agree' },
  claim:    { zh: '抢单',       from: ['pooled'],                                   to: 'taken',      by: 'any_team',   needs: ['teamId', 'agreedAt'], starts: 'agree' },
  refuse:   { zh: '接不了',     from: ['dispatched'],                               to: 'refused',    by: 'team',       needs: ['note'],     starts: 'triage' },
  give_up:  { zh: '退单',       from: ['taken', 'linked'],                          to: 'refused',    by: 'team',       needs: ['note'],     starts: 'triage' },
  link:     { zh: '安排活动',   from: ['taken', 'linked'],                          to: 'linked',     by: 'team',       needs: ['activity'], starts: 'agree' },
  serve:    { zh: '服务完成',   from: ['linked'],                                   to: 'served',     by: 'leader',     needs: ['photos'],   starts: 'rate' },
  rate:     { zh: '评单',       from: ['served'],                                   to: 'closed',     by: 'requester',  needs: ['stars'] },
  lapse:    { zh: '到期未评',   from: ['served'],                                   to: 'closed',     by: 'clock',      needs: [] },
  settle:   { zh: '回访结单',   from: ['call_back'],                                to: 'closed',     by: 'dispatcher', needs: ['note'] },
  reopen:   { zh: '重新办理',   from: ['call_back'],                                to: 'accepted',   by: 'dispatcher', needs: ['note'],     starts: 'triage' },
  withdraw: { zh: '撤回',       from: ['submitted', 'accepted', 'dispatched', 'pooled', 'refused'], to: 'closed', by: 'requester', needs: [] },
} as const satisfies Record<string, Transition>
export type OrderMove = keyof typeof ORDER_TRANSITIONS
export const ORDER_MOVES = Object.keys(ORDER_TRANSITIONS) as [OrderMove, ...OrderMove[]]
export const ORDER_EVENTS = ['submit', ...ORDER_MOVES] as const
export type OrderEvent = (typeof ORDER_EVENTS)[number]
export const orderMove = (move: OrderMove): Transition => ORDER_TRANSITIONS[move]

/** Whoever dispatches orders and rings the requester. */
export const ORDER_OFFICE = ['dispatcher', 'admin'] as const satisfies readonly Role[]

/** Re-dispatched so often at most; after that only 县级中心 is left, which may not refuse. */
export const MAX_REDISPATCHES = 3
/** A bad rating reopens it so often at most; then the call-back ends it. */
export const MAX_CYCLES = 3
/** So many stars or fewer are rung back. */
export const POOR_STARS = 2

export type OrderNow = {
  readonly id: string
  readonly state: OrderState
  readonly version: number
  readonly requesterId: string
  /** Of which the team is now: null before it is dispatched. */
  readonly teamId: string | null
  readonly isAtCentre: boolean
  /** In this round. */
  readonly dispatches: number
  readonly cycle: number
  readonly dueAt: Date | null
  readonly activity: OrderActivity | null
}
export type OrderActivity = {
  readonly id: string
  readonly isPublished: boolean
  readonly isCancelled: boolean
  readonly startsAt: Date
  readonly leaderIds: readonly string[]
}

export const ORDER_PHASES = [...ORDER_STATES, 'triage_late', 'timed_out', 'agreed_late', 'unrated'] as const
export type OrderPhase = (typeof ORDER_PHASES)[number]

/** What the clock makes of a state: derived, never stored, so nothing is stuck. */
const LATE: { readonly [state in OrderState]?: OrderPhase } = {
  submitted: 'triage_late',
  accepted: 'triage_late',
  refused: 'triage_late',
  dispatched: 'timed_out',
  pooled: 'timed_out',
  taken: 'agreed_late',
  linked: 'agreed_late',
  served: 'unrated',
}
export const orderPhase = ({ state, dueAt }: Pick<OrderNow, 'state' | 'dueAt'>, at: Date): OrderPhase =>
  (dueAt !== null && at > dueAt ? LATE[state] : undefined) ?? state
