import type { WorkCalendar } from '../../shared/kit/work-clock'
import { WORK_SPANS } from '../../shared/kit/work-clock'
import type { Db } from '../db/types'
import { listWorkCalendar } from './calendar-queries'

const KEEP_MS = 60_000
const kept = new WeakMap<Db, { until: number; calendar: Promise<WorkCalendar> }>()

/** The work calendar, read at most once a minute and server: it changes once a year. */
export function readCalendar(db: Db, now: Date): Promise<WorkCalendar> {
  const held = kept.get(db)
  if (held && held.until > now.getTime()) return held.calendar
  const calendar = load(db)
  kept.set(db, { until: now.getTime() + KEEP_MS, calendar })
  // A failed read is not kept: the next request asks again.
  calendar.catch(() => kept.delete(db))
  return calendar
}

/** After a change: this server reads it anew at once, others within the minute. */
export const dropCalendar = (db: Db) => void kept.delete(db)

async function load(db: Db): Promise<WorkCalendar> {
  const { years, days } = await listWorkCalendar(db)
  return { years, special: Object.fromEntries(days.map(({ day, kind }) => [day, kind])), spans: WORK_SPANS }
}
