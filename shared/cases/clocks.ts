import { isRefusal, type Refusal } from '../kit/refusal'
import { addDays, addMinutes, MINUTE_MS } from '../kit/time'
import { addWorkMinutes, takeWorkMinutes, type WorkCalendar, workMinutesBetween } from '../kit/work-clock'
import type { Urgency } from './states'
import type { ClockEffect } from './transitions'

/** 时限. Minutes of work time or of wall time: a missing manhole cover does not wait for Monday. */
export type Limit = { readonly minutes: number; readonly clock: 'work' | 'wall' }
const work = (hours: number): Limit => ({ minutes: hours * 60, clock: 'work' })
const wall = (hours: number): Limit => ({ minutes: hours * 60, clock: 'wall' })

/** The county's own figures; 派遣 follows Beijing's 接诉即办 rule of 2023 (1 h urgent, 2 h dangerous, 24 h general). */
export const CASE_LIMITS = {
  accept: work(2),
  inspect: work(2),
  dispatch: { general: wall(24), hazard: wall(2), emergency: wall(1) } satisfies Record<Urgency, Limit>,
  sign: work(2),
  return: work(4),
  verify: work(8),
  reopenDecision: work(16),
  followUp: work(40),
  supplementDays: 3,
  objectionDays: 7,
  unmergeDays: 7,
  reopenDays: 14,
  reopensMax: 2,
  returnsMax: 2,
  /** 主办 and 协办 are ten units at most. */
  coUnitsMax: 9,
  suspendDaysMax: 90,
  /** From the review date on the office decides; after so many days the clock resumes by itself. */
  reviewDays: 3,
  nudgeEveryHours: 24,
} as const

/** The deadlines of a case: `dueAt` is the date promised to the citizen, `stageDueAt` that of whoever is at work now. */
export type Clocks = {
  readonly limitMinutes: number | null
  readonly limitClock: Limit['clock']
  readonly dispatchedAt: Date | null
  readonly dueAt: Date | null
  readonly stageAt: Date
  readonly stageDueAt: Date | null
  /** Minutes that were left when the clock was stopped; negative when it was late already. */
  readonly pausedLeft: number | null
}

export const dueAfter = (calendar: WorkCalendar, from: Date, { minutes, clock }: Limit) =>
  clock === 'wall' ? addMinutes(from, minutes) : addWorkMinutes(calendar, from, minutes)

/** The moment that lies a limit back: where the deadline of a late case belongs when its clock goes on. */
const dueBefore = (calendar: WorkCalendar, to: Date, { minutes, clock }: Limit) =>
  clock === 'wall' ? addMinutes(to, -minutes) : takeWorkMinutes(calendar, to, minutes)

/** Minutes from `at` to `due` on the clock; negative when `due` has passed. */
export function minutesLeft(calendar: WorkCalendar, clock: Limit['clock'], at: Date, due: Date): number | Refusal {
  if (clock === 'wall') return Math.floor((due.getTime() - at.getTime()) / MINUTE_MS)
  if (due >= at) return workMinutesBetween(calendar, at, due)
  const late = workMinutesBetween(calendar, due, at)
  return isRefusal(Object(late)) ? late : -(late as number)
}

type Change = {
  readonly was: Clocks
  readonly at: Date
  readonly calendar: WorkCalendar
  readonly urgency: Urgency
  /** The limit of the category as it is after the move. */
  readonly limit: Limit
  readonly newDueAt: Date | null
  readonly reviewAt: Date | null
}
type Due = Partial<Clocks> | Refusal

const stage = (due: Date | Refusal): Due => (isRefusal(due) ? due : { stageDueAt: due })

const both = (due: Date | Refusal, more: Partial<Clocks> = {}): Due =>
  isRefusal(due) ? due : { ...more, dueAt: due, stageDueAt: due }

const earlier = (a: Date, b: Date | null) => (b !== null && b < a ? b : a)

function dispatched({ calendar, at, limit }: Change): Due {
  const due = dueAfter(calendar, at, limit)
  const sign = dueAfter(calendar, at, CASE_LIMITS.sign)
  if (isRefusal(due)) return due
  if (isRefusal(sign)) return sign
  const { minutes: limitMinutes, clock: limitClock } = limit
  return { limitMinutes, limitClock, dispatchedAt: at, dueAt: due, stageDueAt: earlier(sign, due), pausedLeft: null }
}

/** A new class counts from the dispatch, as if it had been right from the start. */
function reclassed({ was, calendar, limit }: Change): Due {
  if (was.dispatchedAt === null) return {}
  const due = dueAfter(calendar, was.dispatchedAt, limit)
  if (isRefusal(due)) return due
  const { minutes: limitMinutes, clock: limitClock } = limit
  const stageDueAt = was.stageDueAt?.getTime() === was.dueAt?.getTime() ? due : was.stageDueAt
  return { limitMinutes, limitClock, dueAt: due, stageDueAt }
}

function paused({ was, calendar, at, reviewAt }: Change): Due {
  const left = was.dueAt === null ? 0 : minutesLeft(calendar, was.limitClock, at, was.dueAt)
  return typeof left === 'number' ? { pausedLeft: left, stageDueAt: reviewAt } : left
}

function resumed({ was, calendar, at }: Change): Due {
  const left = was.pausedLeft ?? 0
  const clock = was.limitClock
  const due =
    left < 0 ? dueBefore(calendar, at, { minutes: -left, clock }) : dueAfter(calendar, at, { minutes: left, clock })
  return both(due, { pausedLeft: null })
}

/** 返工: what is left, or half of the limit, whichever is more. */
function redone({ was, calendar, at, limit }: Change): Due {
  const left = was.dueAt === null ? 0 : minutesLeft(calendar, was.limitClock, at, was.dueAt)
  if (typeof left !== 'number') return left
  const half = Math.ceil((was.limitMinutes ?? limit.minutes) / 2)
  return both(dueAfter(calendar, at, { minutes: Math.max(left, half), clock: was.limitClock }))
}

const EFFECTS: Record<ClockEffect, (change: Change) => Due> = {
  accept: ({ calendar, at }) => stage(dueAfter(calendar, at, CASE_LIMITS.accept)),
  inspect: ({ calendar, at }) => stage(dueAfter(calendar, at, CASE_LIMITS.inspect)),
  wait_reporter: ({ at }) => ({ stageDueAt: addDays(at, CASE_LIMITS.supplementDays) }),
  file: ({ calendar, at, urgency }) => stage(dueAfter(calendar, at, CASE_LIMITS.dispatch[urgency])),
  dispatch: dispatched,
  redispatch: ({ was, calendar, at }) => {
    const sign = dueAfter(calendar, at, CASE_LIMITS.sign)
    return isRefusal(sign) ? sign : { stageDueAt: earlier(sign, was.dueAt) }
  },
  reclass: reclassed,
  sign: ({ was }) => ({ stageDueAt: was.dueAt }),
  keep: () => ({}),
  extend: ({ newDueAt }) => (newDueAt === null ? {} : both(newDueAt)),
  pause: paused,
  resume: resumed,
  verify: ({ calendar, at }) => stage(dueAfter(calendar, at, CASE_LIMITS.verify)),
  redo: redone,
  reopen_ask: ({ calendar, at }) => stage(dueAfter(calendar, at, CASE_LIMITS.reopenDecision)),
  reopen: (change) => {
    const due = dispatched(change)
    return isRefusal(due) ? due : { ...due, stageDueAt: due.dueAt ?? null }
  },
  follow_up: ({ calendar, at }) => stage(dueAfter(calendar, at, CASE_LIMITS.followUp)),
  stop: () => ({ stageDueAt: null, pausedLeft: null }),
}

/** Moves that start a stage anew; the others only shift its deadline. */
const SAME_STAGE = new Set<ClockEffect>(['keep', 'reclass', 'extend'])

export function clocksAfter(effect: ClockEffect, change: Change): Clocks | Refusal {
  const due = EFFECTS[effect](change)
  if (isRefusal(due)) return due
  return { ...change.was, ...(SAME_STAGE.has(effect) ? {} : { stageAt: change.at }), ...due }
}

export const LEVELS = ['calm', 'notice', 'soon', 'overdue', 'overdue3', 'paused', 'met'] as const
export type Level = (typeof LEVELS)[number]

type Watched = { readonly from: Date; readonly due: Date; readonly clock: Limit['clock'] }

/** Colour of a running clock from the share that is left: over half calm, over a quarter notice, then soon; three limits gone is overdue3. */
export function levelAt(calendar: WorkCalendar, { from, due, clock }: Watched, at: Date): Level | Refusal {
  const limit = minutesLeft(calendar, clock, from, due)
  const left = minutesLeft(calendar, clock, at, due)
  if (typeof limit !== 'number') return limit
  if (typeof left !== 'number') return left
  if (at > due) return left <= -2 * Math.max(1, limit) ? 'overdue3' : 'overdue'
  const share = left / Math.max(1, limit)
  if (share > 0.5) return 'calm'
  return share > 0.25 ? 'notice' : 'soon'
}
