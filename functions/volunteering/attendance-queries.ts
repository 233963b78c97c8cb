import { and, asc, desc, eq, getTableColumns, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { activities, posts, shifts, volunteers } from '../../schema/volunteering/activities'
import { attendanceEvents, codeTries, serviceRecords, signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { AttendanceDecision } from '../../shared/volunteering/check-ins'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

const { id, title, state, placeZh, lng, lat, radiusM } = getTableColumns(activities)

/** What was last written about the sign-up: the reason of a late withdrawal. */
const lastNote = sql<string>`coalesce((select e.note from ${signUpEvents} e
  where e.sign_up_id = "sign_ups"."id" order by e.at desc, e.id desc limit 1), '')`

/** Read before its events: the version tells a write whether anything came in between. */
const listPresences = (db: Db, where: SQL | undefined) =>
  db
    .select({
      signUp: signUps,
      activity: { id, title, state, placeZh, lng, lat, radiusM },
      shift: shifts,
      postName: posts.name,
      displayName: volunteers.displayName,
      number: volunteers.number,
      note: lastNote,
      isRestored: sql<boolean>`exists (select 1 from ${signUpEvents} e
        where e.sign_up_id = "sign_ups"."id" and e.move = 'restore')`,
      record: { id: serviceRecords.id, creditedMinutes: serviceRecords.creditedMinutes },
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(posts, eq(posts.id, signUps.postId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(volunteers, eq(volunteers.personId, signUps.personId))
    .leftJoin(serviceRecords, eq(serviceRecords.signUpId, signUps.id))
    .where(where)
    .orderBy(asc(signUps.startsAt), asc(signUps.createdAt), asc(signUps.id))
export type PresenceRow = Awaited<ReturnType<typeof listPresences>>[number]

export async function findPresence(db: Db, signUpId: string, personId: string) {
  const [row] = await listPresences(db, and(eq(signUps.id, signUpId), eq(signUps.personId, personId)))
  return row
}

export async function findPresenceOnShift(db: Db, signUpId: string, shiftId: string) {
  const [row] = await listPresences(db, and(eq(signUps.id, signUpId), eq(signUps.shiftId, shiftId)))
  return row
}

export const listPresencesOfShift = (db: Db, shiftId: string) => listPresences(db, eq(signUps.shiftId, shiftId))

/** This person's approved shifts that touch a span of time. */
export const listPresencesBetween = (db: Db, personId: string, from: Date, to: Date) =>
  listPresences(
    db,
    and(
      eq(signUps.personId, personId),
      eq(signUps.state, 'approved'),
      lt(signUps.startsAt, to),
      gt(signUps.endsAt, from),
    ),
  )

export const listEvents = async (db: Db, signUpIds: readonly string[]) =>
  signUpIds.length === 0
    ? []
    : db
        .select()
        .from(attendanceEvents)
        .where(inArray(attendanceEvents.signUpId, [...signUpIds]))
        .orderBy(asc(attendanceEvents.countsAt), asc(attendanceEvents.id))

/** Another shift this person came to and has not left: its last standing event is a check-in. */
export async function findElsewhere(db: Db, personId: string, signUpId: string) {
  const last = sql<string | null>`(select case when e.kind = 'check_in' then e.id end from ${attendanceEvents} e
    where e.sign_up_id = "sign_ups"."id" and e.kind in ('check_in', 'check_out', 'auto_close')
      and not exists (select 1 from ${attendanceEvents} v where v.voids_id = e.id)
    order by e.counts_at desc, e.id desc limit 1)`
  const [row] = await db
    .select({ title: activities.title, inAt: attendanceEvents.countsAt, endsAt: signUps.endsAt })
    .from(signUps)
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(attendanceEvents, sql`${attendanceEvents.id} = ${last}`)
    .leftJoin(serviceRecords, eq(serviceRecords.signUpId, signUps.id))
    .where(
      and(
        eq(signUps.personId, personId),
        eq(signUps.state, 'approved'),
        sql`"sign_ups"."id" <> ${signUpId} and ${serviceRecords.id} is null`,
      ),
    )
    .orderBy(desc(attendanceEvents.countsAt))
    .limit(1)
  return row ?? null
}

/** One upsert: how often this person tried a code in this minute, this try included. */
export async function countTry(db: Db, personId: string, minute: number) {
  const [row] = await db
    .insert(codeTries)
    .values({ personId, minute, tries: 1 })
    .onConflictDoUpdate({
      target: codeTries.personId,
      set: {
        minute,
        tries: sql`case when ${codeTries.minute} = excluded.minute then ${codeTries.tries} + 1 else 1 end`,
      },
    })
    .returning({ tries: codeTries.tries })
  return row?.tries ?? 1
}

/** The event and the version it saw, in one statement. Undefined: something else happened to the sign-up first. */
export async function recordAttendance(
  db: Db,
  decision: AttendanceDecision,
  eventId: string,
  send: Send,
  subject: string,
) {
  const { signUpId, version, kind, method, countsAt, deviceAt, deviceId, step, place, by, note, at } = decision
  const held = db.$with('held').as(
    db
      .update(signUps)
      .set({ version: version + 1 })
      .where(and(eq(signUps.id, signUpId), eq(signUps.version, version)))
      .returning({ id: signUps.id }),
  )
  const entry = {
    id: eventId,
    signUpId,
    kind,
    method,
    nonce: send.key,
    countsAt,
    deviceAt,
    deviceId,
    isForced: false,
    isLate: false,
    serverAt: at,
    step,
    ...place,
    actorId: by,
    note,
    voidsId: null,
  }
  const noted = db.$with('noted').as(
    db
      .insert(attendanceEvents)
      .select(db.select(intoAll(attendanceEvents, entry)).from(held))
      .returning({ id: attendanceEvents.id }),
  )
  const sent = sendFrom(db, send, subject, at, noted)
  const [done] = await db.with(held, noted, sent).select({ id: noted.id }).from(noted)
  return done
}

/** Several closings of one shift in one statement; a sign-up that moved meanwhile is left alone. */
export async function recordClosings(db: Db, shiftId: string, closings: readonly AttendanceDecision[], send: Send) {
  const [first] = closings
  if (first === undefined) return undefined
  const rows = JSON.stringify(closings.map(({ signUpId, version, countsAt }) => ({ signUpId, version, countsAt })))
  const one = { id: sql<string>`id`.as('id') }
  const held = db.$with('held', one).as(sql`
    update ${signUps} u set version = u.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as r("signUpId" text, version int, "countsAt" timestamptz)
    where u.id = r."signUpId" and u.version = r.version returning u.id, r."countsAt" as counts_at`)
  const noted = db.$with('noted', one).as(sql`
    insert into ${attendanceEvents}
      (id, sign_up_id, kind, method, nonce, counts_at, server_at, verdict, actor_id, note)
    select ${`${send.key}.`} || h.id, h.id, ${first.kind}, ${first.method}, ${send.key}, h.counts_at,
      ${first.at.toISOString()}::timestamptz, 'unknown', ${first.by}, '' from ${held} h returning id`)
  const once = db.$with('once', one).as(sql`select id from ${noted} limit 1`)
  const sent = sendFrom(db, send, shiftId, first.at, once)
  const [done] = await db.with(held, noted, once, sent).select({ id: once.id }).from(once)
  return done
}
