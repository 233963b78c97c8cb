import { addDays, addMinutes, MINUTE_MS, shanghai, shanghaiMoment } from '../../shared/kit/time'
import { WORK_SPANS, type WorkCalendar, workMinutesBetween } from '../../shared/kit/work-clock'

const DAYS_BACK = 90
const DAY_MINUTES = 1440
/** When people are up and about, in minutes of the day. */
const AWAKE = [7 * 60, 21 * 60 + 20] as const

type Span = { readonly from: Date; readonly to: Date }

/** The time before the demo starts, counted back in work minutes: whatever day and hour that is, work was done in work hours. */
export function pastOf(calendar: WorkCalendar, start: Date) {
  const at = new Date(Math.floor(start.getTime() / MINUTE_MS) * MINUTE_MS)
  const spans = spansBefore(calendar, at)
  return { at, calendar, workAgo: (minutes: number) => workAgo(spans, minutes), leftToday: leftToday(calendar, at) }
}
export type Past = ReturnType<typeof pastOf>

/** Work spans that began before `at`, the latest first. */
function spansBefore(calendar: WorkCalendar, at: Date): Span[] {
  const spans: Span[] = []
  for (let back = 0; back < DAYS_BACK; back++) {
    const { day } = shanghai(addDays(at, -back))
    for (const [open, shut] of [...WORK_SPANS].reverse()) {
      const from = shanghaiMoment(day, open)
      const to = new Date(Math.min(shanghaiMoment(day, shut).getTime(), at.getTime()))
      if (from < at && workMinutesBetween(calendar, from, to) !== 0) spans.push({ from, to })
    }
  }
  return spans
}

function workAgo(spans: readonly Span[], minutes: number) {
  let left = minutes
  for (const { from, to } of spans) {
    const length = (to.getTime() - from.getTime()) / MINUTE_MS
    if (left <= length) return addMinutes(to, -left)
    left -= length
  }
  throw new Error('the demo reaches further back than its calendar')
}

function leftToday(calendar: WorkCalendar, at: Date) {
  const left = workMinutesBetween(calendar, at, shanghaiMoment(shanghai(at).day, 1439))
  return typeof left === 'number' ? left : 0
}

/** The nearest earlier moment at which a neighbour would take a photo. */
export function awake(at: Date) {
  const { day, minute } = shanghai(at)
  const [first, last] = AWAKE
  if (minute < first) return shanghaiMoment(day, last - DAY_MINUTES + (minute - first) / 4)
  return minute > last ? addMinutes(shanghaiMoment(day, last), -(minute - last) / 10) : at
}
