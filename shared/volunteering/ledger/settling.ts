import { isRefusal, type Refusal } from '../../kit/refusal'
import { nextDay, shanghai, shanghaiMoment } from '../../kit/time'
import { addWorkMinutes, WORK_DAY_MINUTES, type WorkCalendar, workMinutesBetween } from '../../kit/work-clock'

/** 67号令 §11: recorded within so many work days after the end. */
const SETTLE_DAYS = 10

/** Work days count from the day after; the last one ends with its work hours. A year without a calendar is refused, never guessed. */
export const workDaysAfter = (calendar: WorkCalendar, at: Date, days: number) =>
  addWorkMinutes(calendar, shanghaiMoment(nextDay(shanghai(at).day)), days * WORK_DAY_MINUTES)

export const settleBy = (calendar: WorkCalendar, endsAt: Date): Date | Refusal =>
  workDaysAfter(calendar, endsAt, SETTLE_DAYS)

type Settling = {
  /** Null where the calendar of that year is unknown. */
  readonly by: Date | null
  /** Begun work days left, negative when late; null where unknown. */
  readonly daysLeft: number | null
  readonly isOverdue: boolean
  readonly zh: string
}

const days = (minutes: number) => Math.ceil(minutes / WORK_DAY_MINUTES)

/** 登记期限 of what ended at `endsAt`, in words. */
export function settling(calendar: WorkCalendar, endsAt: Date, now: Date): Settling {
  const by = settleBy(calendar, endsAt)
  if (isRefusal(by)) return { by: null, daysLeft: null, isOverdue: false, zh: `登记期限算不出：${by.zh}` }
  const isOverdue = now > by
  const minutes = isOverdue ? workMinutesBetween(calendar, by, now) : workMinutesBetween(calendar, now, by)
  // Late into a year without a calendar: it is late all the same.
  if (typeof minutes !== 'number') return { by, daysLeft: null, isOverdue, zh: isOverdue ? '已过登记期限' : minutes.zh }
  if (!isOverdue) return { by, daysLeft: days(minutes), isOverdue, zh: `还剩 ${days(minutes)} 个工作日登记` }
  const late = Math.max(1, days(minutes))
  return { by, daysLeft: -late, isOverdue, zh: `超过登记期限 ${late} 个工作日` }
}
