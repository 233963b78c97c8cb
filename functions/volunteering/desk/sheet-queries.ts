import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activityEvents, activitySeries, shifts, volunteers } from '../../../schema/volunteering/activities'
import { signUps } from '../../../schema/volunteering/hours'
import { activityVersions, reconsents } from '../../../schema/volunteering/versions'
import { brokenConstraint } from '../../db/errors'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export const listLeaders = (db: Db, activityId: string) =>
  db
    .select({ shiftId: shifts.id, number: volunteers.number, name: volunteers.displayName })
    .from(shifts)
    .innerJoin(volunteers, eq(volunteers.personId, shifts.leaderId))
    .where(eq(shifts.activityId, activityId))

/** Newest first. */
export const listVersions = (db: Db, activityId: string) =>
  db
    .select({
      ...{ version: activityVersions.version, cause: activityVersions.cause, riskHash: activityVersions.riskHash },
      ...{ at: activityVersions.at, byName: people.name },
    })
    .from(activityVersions)
    .innerJoin(people, eq(people.id, activityVersions.by))
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(desc(activityVersions.version))
    .limit(100)

/** Why it last came back. */
export async function findReturn(db: Db, activityId: string) {
  const [row] = await db
    .select({ note: activityEvents.note })
    .from(activityEvents)
    .where(and(eq(activityEvents.activityId, activityId), eq(activityEvents.move, 'return')))
    .orderBy(desc(activityEvents.at), desc(activityEvents.id))
    .limit(1)
  return row
}

/** How many of a shift have not said yet whether the changed time suits them. */
export const listUnanswered = (db: Db, activityId: string) =>
  db
    .select({ shiftId: signUps.shiftId, n: sql<number>`count(distinct ${signUps.id})::int` })
    .from(reconsents)
    .innerJoin(signUps, eq(signUps.id, reconsents.signUpId))
    .where(
      and(
        eq(signUps.activityId, activityId),
        sql`${signUps.state} in ('approved', 'offered') and ${reconsents.answer} is null and ${isNewest}`,
      ),
    )
    .groupBy(signUps.shiftId)

/** A later change of time asks anew. */
export const isNewest = sql<boolean>`not exists (select 1 from reconsents later
  where later.sign_up_id = "reconsents"."sign_up_id" and later.asked_at > "reconsents"."asked_at")`

export const listSeries = (db: Db) =>
  db
    .select({
      ...{ id: activitySeries.id, name: activitySeries.name },
      ...{ brand: activitySeries.brand, last: activitySeries.last },
    })
    .from(activitySeries)
    .orderBy(asc(activitySeries.at), asc(activitySeries.id))
    .limit(500)

export async function findSeries(db: Db, id: string) {
  const [row] = await db.select().from(activitySeries).where(eq(activitySeries.id, id))
  return row
}

export const isSeriesNamed = (err: unknown) => brokenConstraint(err, 'activity_series_name_key')

export async function recordSeries(db: Db, row: typeof activitySeries.$inferInsert, send: Send) {
  const made = db.$with('made').as(db.insert(activitySeries).values(row).returning({ id: activitySeries.id }))
  const [done] = await db
    .with(made, sendFrom(db, send, row.id, row.at, made))
    .select({ id: made.id })
    .from(made)
  return done
}
