import { addDays, shanghai, shanghaiMoment } from '../kit/time'
import type { ActivityState } from './activities'

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

/** 民政部令67号 §11: recorded within 10 working days, two weeks on the calendar where no holiday lengthens them. */
export const settleDueAt = (endsAt: Date) => addDays(endsAt, 14)

/** Null where the stored state says it all: a draft, a cancelled activity. */
export function activityPhase(activity: Timed, now: Date): ActivityPhase | null {
  const { state, signUpFrom, signUpEndsAt, startsAt, endsAt, seats } = activity
  if (state === 'settled' || state === 'archived') return 'ended'
  if (state !== 'published') return null
  if (now >= settleDueAt(endsAt)) return 'settle_overdue'
  if (now >= endsAt) return 'ended'
  if (now >= startsAt) return 'running'
  if (now < signUpFrom) return 'scheduled'
  if (now >= signUpEndsAt) return 'closed'
  return seats.taken >= seats.capacity ? 'full' : 'open'
}

/** 本周: the moment the Shanghai week ends, Sunday midnight. */
export function weekEndsAt(now: Date) {
  const { day, weekday } = shanghai(now)
  return addDays(shanghaiMoment(day), weekday === 0 ? 1 : 8 - weekday)
}
