import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { files } from '../../../schema/files'
import { people } from '../../../schema/people'
import { activities, shifts, teams, volunteers } from '../../../schema/volunteering/activities'
import { hoursLedger, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import { hoursRequests } from '../../../schema/volunteering/ledger'
import type { Cursor } from '../../../shared/kit/page'
import type { HoursRequestState } from '../../../shared/volunteering/ledger/codes'
import type { Db } from '../../db/types'

const balance = (recordId: SQL) =>
  sql<number>`(select coalesce(sum(l.minutes), 0)::int from ${hoursLedger} l where l.record_id = ${recordId})`

const nameOf = (id: SQL) => sql<string>`coalesce((select p.name from ${people} p where p.id = ${id}), '')`

/** Of a part of a shift no more than that part. */
const ownCap = sql<number>`(case when ${signUps.startsAt} = ${shifts.startsAt} and ${signUps.endsAt} = ${shifts.endsAt}
  then ${shifts.capMinutes} else least(${shifts.capMinutes},
    floor(extract(epoch from ${signUps.endsAt} - ${signUps.startsAt}) / 60)) end)::int`

const shown = {
  request: hoursRequests,
  title: activities.title,
  teamName: teams.name,
  startsAt: shifts.startsAt,
  endsAt: shifts.endsAt,
  capMinutes: ownCap,
  personZh: volunteers.displayName,
  photo: { id: files.id, width: files.width, height: files.height },
  askedByZh: nameOf(sql`${hoursRequests.askedBy}`),
  decidedByZh: nameOf(sql`${hoursRequests.decidedBy}`),
  minutes: balance(sql`${hoursRequests.recordId}`),
  firstMinutes: sql<number>`coalesce((select r.credited_minutes from ${serviceRecords} r
    where r.id = ${hoursRequests.recordId}), 0)::int`,
}

const from = (db: Db) =>
  db
    .select(shown)
    .from(hoursRequests)
    .innerJoin(signUps, eq(signUps.id, hoursRequests.signUpId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .innerJoin(volunteers, eq(volunteers.personId, hoursRequests.personId))
    .leftJoin(files, eq(files.id, hoursRequests.fileId))
export type HoursRequestRow = Awaited<ReturnType<typeof from>>[number]

export async function findRequest(db: Db, id: string) {
  const [row] = await from(db).where(eq(hoursRequests.id, id))
  return row
}

/** Oldest first: what waits longest is done first. */
export const listRequests = (db: Db, state: HoursRequestState, after: Cursor | null, size: number) =>
  from(db)
    .where(
      and(
        eq(hoursRequests.state, state),
        after
          ? sql`(${hoursRequests.askedAt}, ${hoursRequests.id}) > (${after.at}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(hoursRequests.askedAt), asc(hoursRequests.id))
    .limit(size + 1)

export const listRequestsOf = (db: Db, signUpId: string) =>
  from(db).where(eq(hoursRequests.signUpId, signUpId)).orderBy(desc(hoursRequests.askedAt), desc(hoursRequests.id))

export async function countRequests(db: Db) {
  const rows = await db
    .select({ state: hoursRequests.state, n: sql<number>`count(*)::int` })
    .from(hoursRequests)
    .groupBy(hoursRequests.state)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** The record of a sign-up with what the ledger holds for it. */
export async function findRecord(db: Db, signUpId: string) {
  const [row] = await db
    .select({
      record: serviceRecords,
      leaderId: shifts.leaderId,
      capMinutes: ownCap,
      title: activities.title,
      placeZh: activities.placeZh,
      teamName: teams.name,
      minutes: balance(sql`${serviceRecords.id}`),
    })
    .from(serviceRecords)
    .innerJoin(signUps, eq(signUps.id, serviceRecords.signUpId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .where(eq(serviceRecords.signUpId, signUpId))
  return row
}
export type RecordRow = NonNullable<Awaited<ReturnType<typeof findRecord>>>

export const listRowsOfRecord = (db: Db, recordId: string) =>
  db
    .select({
      kind: hoursLedger.kind,
      minutes: hoursLedger.minutes,
      reasonZh: hoursLedger.reasonZh,
      at: hoursLedger.at,
      seq: hoursLedger.seq,
    })
    .from(hoursLedger)
    .where(eq(hoursLedger.recordId, recordId))
    .orderBy(asc(hoursLedger.seq))

export async function isOwnPhoto(db: Db, personId: string, fileId: string) {
  const rows = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.ownerId, personId)))
  return rows.length > 0
}

/** A leader's own sign-up on the shift, the newest. */
export async function findSignUpOn(db: Db, personId: string, shiftId: string) {
  const [row] = await db
    .select({ id: signUps.id })
    .from(signUps)
    .where(and(eq(signUps.personId, personId), eq(signUps.shiftId, shiftId)))
    .orderBy(desc(signUps.createdAt))
    .limit(1)
  return row?.id
}
