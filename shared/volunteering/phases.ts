import { isRefusal } from '../kit/refusal'
import { addDays, shanghai, shanghaiMoment } from '../kit/time'
import type { WorkCalendar } from '../kit/work-clock'
import type { ActivityState } from './activities'
import { settleBy } from './ledger/settling'

/** 活动阶段, in the order time brings them; `open` and `full` share a place. */
export const ACTIVITY_PHASES = ['scheduled', 'open', 'full', 'closed', 'running', 'ended', 'settle_overdue'] as const
export type ActivityPhase = (typeof ACTIVITY_PHASES)[number]

export type Timed = {
  readonly state: ActivityState
  readonly signUpFrom: Date
  readonly signUpEndsAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly seats: { readonly capacity: number; readonly taken: number }
}

/** 民政部令67号 §11: recorded within 10 working days; nothing is late where the calendar of that year is unknown. */
function isLate(calendar: WorkCalendar, endsAt: Date, now: Date) {
  const by = settleBy(calendar, endsAt)
  return !isRefusal(by) && now > by
}

/** Null where the stored state says it all: a draft, a cancelled activity. */
export function activityPhase(activity: Timed, now: Date, calendar: WorkCalendar): ActivityPhase | null {
  const { state, signUpFrom, signUpEndsAt, startsAt, endsAt, seats } = activity
  if (state === 'settled' || state === 'archived') return 'ended'
  if (state !== 'published') return null
  if (now >= endsAt) return isLate(calendar, endsAt, now) ? 'settle_overdue' : 'ended'
  if (now >= startsAt) return 'running'
  if (now < signUpFrom) return 'scheduled'
  if (now >= signUpEndsAt) return 'closed'
  return seats.taken >= seats.capacity ? 'full' : 'open'
}

/** 月历: a Shanghai month, YYYY-MM, from its first moment to the first of the next. */
export function monthSpan(month: string) {
  const from = shanghaiMoment(`${month}-01`)
  return { from, to: shanghaiMoment(`${shanghai(addDays(from, 31)).day.slice(0, 7)}-01`) }
}

/** The weeks of a month, Monday first; a day of another month is null. */
export function weeksOf(month: string): (string | null)[][] {
  const { from, to } = monthSpan(month)
  const lead = (shanghai(from).weekday + 6) % 7
  const length = Math.round((to.getTime() - from.getTime()) / 86_400_000)
  const days = [...Array(lead).fill(null), ...Array.from({ length }, (_, i) => shanghai(addDays(from, i)).day)]
  const weeks = Math.ceil(days.length / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, i) => days[week * 7 + i] ?? null))
}

/** 本周: the moment the Shanghai week ends, Sunday midnight. */
export function weekEndsAt(now: Date) {
  const { day, weekday } = shanghai(now)
  return addDays(shanghaiMoment(day), weekday === 0 ? 1 : 8 - weekday)
}
