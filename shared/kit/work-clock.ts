import { type Refusal, refuse } from './refusal'
import { dayBefore, nextDay, shanghai, shanghaiMoment } from './time'

/**
 * 工作日历. `special` holds the days that differ from Monday to Friday (holidays and 调休), `years` the years that were imported:
 * a year that is missing is refused, never guessed. `spans` are the work hours of a day in minutes from midnight, Asia/Shanghai.
 */
export type WorkCalendar = {
  readonly years: readonly number[]
  readonly special: Readonly<Record<string, 'work' | 'rest'>>
  readonly spans: readonly (readonly [number, number])[]
}

/** 08:00–12:00, 14:00–18:00: eight hours a work day. */
export const WORK_SPANS = [
  [480, 720],
  [840, 1080],
] as const

export const WORK_DAY_MINUTES = 480

const unknownYear = (day: string) => refuse('not_ready', `还没有 ${day.slice(0, 4)} 年的工作日历，请联系管理员导入`)

const knows = (calendar: WorkCalendar, day: string) => calendar.years.includes(Number(day.slice(0, 4)))

function isWorkDay(calendar: WorkCalendar, day: string) {
  const weekday = shanghai(shanghaiMoment(day)).weekday
  return (calendar.special[day] ?? (weekday >= 1 && weekday <= 5 ? 'work' : 'rest')) === 'work'
}

/** Work minutes of one day between two minutes of it. */
const within = (calendar: WorkCalendar, day: string, from: number, to: number) =>
  isWorkDay(calendar, day)
    ? calendar.spans.reduce((sum, [open, shut]) => sum + Math.max(0, Math.min(to, shut) - Math.max(from, open)), 0)
    : 0

/** The minute of a work day at which `left` work minutes have passed since its minute `from`. */
function minuteAfter(calendar: WorkCalendar, from: number, left: number) {
  let rest = left
  for (const [open, shut] of calendar.spans) {
    const begin = Math.max(open, from)
    if (shut - begin >= rest) return begin + rest
    rest -= Math.max(0, shut - begin)
  }
  return 1440
}

/** Whole work minutes from one moment to a later one (0 when it is not later). Seconds are dropped at both ends. */
export function workMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number | Refusal {
  if (to <= from) return 0
  const [start, end] = [shanghai(from), shanghai(to)]
  let sum = 0
  for (let day = start.day; day <= end.day; day = nextDay(day)) {
    if (!knows(calendar, day)) return unknownYear(day)
    sum += within(calendar, day, day === start.day ? start.minute : 0, day === end.day ? end.minute : 1440)
  }
  return sum
}

/**
 * The moment at which `minutes` of work time have passed since `from`. Zero minutes is the moment itself;
 * an end falls on the last minute that counts (18:00), not on the next morning.
 */
export function addWorkMinutes(calendar: WorkCalendar, from: Date, minutes: number): Date | Refusal {
  if (minutes <= 0) return from
  let left = minutes
  let { day, minute } = shanghai(from)
  while (knows(calendar, day)) {
    const room = within(calendar, day, minute, 1440)
    if (room >= left) return shanghaiMoment(day, minuteAfter(calendar, minute, left))
    left -= room
    day = nextDay(day)
    minute = 0
  }
  return unknownYear(day)
}

/** The minute of a work day up to which all but the last `left` work minutes before its minute `to` have passed. */
function minuteBefore(calendar: WorkCalendar, to: number, left: number) {
  let rest = left
  for (const [open, shut] of [...calendar.spans].reverse()) {
    const end = Math.min(shut, to)
    if (end - open >= rest) return end - rest
    rest -= Math.max(0, end - open)
  }
  return 0
}

/** The latest moment from which exactly `minutes` of work time pass until `to`. Zero minutes is the moment itself. */
export function takeWorkMinutes(calendar: WorkCalendar, to: Date, minutes: number): Date | Refusal {
  if (minutes <= 0) return to
  let left = minutes
  let { day, minute } = shanghai(to)
  while (knows(calendar, day)) {
    const room = within(calendar, day, 0, minute)
    if (room >= left) return shanghaiMoment(day, minuteBefore(calendar, minute, left))
    left -= room
    day = dayBefore(day)
    minute = 1440
  }
  return unknownYear(day)
}
