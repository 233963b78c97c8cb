import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
import { people } from '../../schema/people'
import { callers, reportCallbacks, reports } from '../../schema/reports'
import type { CallbackOutcome } from '../../shared/reports/intake'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

/** Somebody who reports without an account. `mark` is a keyed hash of the number: the same caller is one reporter. */
export type Caller = { readonly personId: string; readonly mark: string | null; readonly isNew: boolean }

/** By any of their marks, the one made now first. */
export async function findCaller(db: Db, marks: readonly string[]) {
  const [row] = await db
    .select({ personId: callers.personId })
    .from(callers)
    .where(inArray(callers.mark, [...marks]))
    .orderBy(desc(eq(callers.mark, marks[0] ?? '')))
  return row?.personId
}

/** The rows of a new caller, for the statement that records what they told. */
export function callerRows(db: Db, { personId, mark, isNew }: Caller, at: Date) {
  if (!isNew) return []
  const person = db
    .$with('caller_person')
    .as(db.insert(people).values({ id: personId, name: '来电来信人', createdAt: at }).returning({ id: people.id }))
  if (mark === null) return [person]
  const marked = db
    .$with('caller_mark')
    .as(db.insert(callers).values({ personId, mark, at }).returning({ personId: callers.personId }))
  return [person, marked]
}

/** A caller before anything they told: a mail's photos are theirs. */
export async function recordCaller(db: Db, caller: Caller, at: Date) {
  await db
    .with(...callerRows(db, caller, at))
    .select({ n: sql`1` })
    .from(sql`(values (1)) as one(n)`)
}

export async function findNumberOf(db: Db, caseId: string) {
  const [row] = await db.select({ number: cases.number }).from(cases).where(eq(cases.id, caseId))
  return row?.number
}

export async function findCaseOfReport(db: Db, reportId: string) {
  const [row] = await db.select({ caseId: reports.caseId }).from(reports).where(eq(reports.id, reportId))
  return row?.caseId
}

type Callback = { id: string; reportId: string; by: string; outcome: CallbackOutcome; note: string; at: Date }

export async function recordCallbackRow(db: Db, send: Send, row: Callback) {
  const noted = db.$with('noted').as(
    db
      .insert(reportCallbacks)
      .select(db.select(intoAll(reportCallbacks, row)).from(sql`(values (1)) as one(n)`))
      .returning({ id: reportCallbacks.id }),
  )
  await db
    .with(noted, sendFrom(db, send, row.id, row.at, noted))
    .select()
    .from(noted)
}

export async function findCallback(db: Db, id: string) {
  const [row] = await db.select().from(reportCallbacks).where(eq(reportCallbacks.id, id))
  return row
}

export const listCallbacks = (db: Db, caseId: string) =>
  db
    .select({
      reportId: reportCallbacks.reportId,
      outcome: reportCallbacks.outcome,
      note: reportCallbacks.note,
      at: reportCallbacks.at,
    })
    .from(reportCallbacks)
    .innerJoin(reports, and(eq(reports.id, reportCallbacks.reportId), eq(reports.caseId, caseId)))
    .orderBy(asc(reportCallbacks.at))
