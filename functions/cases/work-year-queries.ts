import { and, asc, between, eq, notInArray, sql } from 'drizzle-orm'
import { workDays, workYears } from '../../schema/cases/register'
import type { CalendarDay } from '../../shared/cases/calendar-table'
import { type Change, changeFrom } from '../db/changes'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

const ofYear = (year: number) => between(workDays.day, `${year}-01-01`, `${year}-12-31`)

export async function findWorkYear(db: Db, year: number) {
  const [[found], days] = await Promise.all([
    db.select().from(workYears).where(eq(workYears.year, year)),
    db.select().from(workDays).where(ofYear(year)).orderBy(asc(workDays.day)),
  ])
  return { source: found?.source ?? null, days }
}

/** The whole year at once: days that are no longer special go, the others are written over. */
export async function recordWorkYear(
  db: Db,
  send: Send,
  { year, source, days }: { year: number; source: string; days: readonly CalendarDay[] },
  change: Change,
) {
  const named = db
    .$with('named')
    .as(
      db
        .insert(workYears)
        .values({ year, source })
        .onConflictDoUpdate({ target: workYears.year, set: { source } })
        .returning({ year: workYears.year }),
    )
  const kept = days.map(({ day }) => day)
  const dropped = db.$with('dropped').as(
    db
      .delete(workDays)
      .where(and(ofYear(year), notInArray(workDays.day, kept)))
      .returning({ day: workDays.day }),
  )
  const written = db.$with('written').as(
    db
      .insert(workDays)
      .values([...days])
      .onConflictDoUpdate({ target: workDays.day, set: { kind: sql`excluded.kind`, note: sql`excluded.note` } })
      .returning({ day: workDays.day }),
  )
  await db
    .with(named, dropped, written, changeFrom(db, change, named), sendFrom(db, send, String(year), change.at, named))
    .select()
    .from(named)
}
