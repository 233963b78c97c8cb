import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activities, shifts, volunteers } from '../../../schema/volunteering/activities'
import { attendanceEvents, signUps } from '../../../schema/volunteering/hours'
import { attendanceFailures } from '../../../schema/volunteering/offline'
import type { Cursor } from '../../../shared/kit/page'
import { moment } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** What the house already holds under these ids: attendance, or a failure with its sentence. */
export async function listKnown(db: Db, ids: readonly string[]) {
  const { id, signUpId, kind, deviceAt } = attendanceEvents
  const [events, failures] = await Promise.all([
    db
      .select({ id, signUpId, kind, deviceAt })
      .from(attendanceEvents)
      .where(inArray(attendanceEvents.id, [...ids])),
    db
      .select()
      .from(attendanceFailures)
      .where(inArray(attendanceFailures.id, [...ids])),
  ])
  return {
    events: new Map(events.map((row) => [row.id, row])),
    failures: new Map(failures.map((row) => [row.id, row])),
  }
}
export type Known = Awaited<ReturnType<typeof listKnown>>

export type Counted = Required<
  Omit<typeof attendanceEvents.$inferInsert, 'countsAt' | 'deviceAt' | 'serverAt' | 'bucket' | 'accuracyM' | 'voidsId'>
> & { readonly countsAt: string; readonly version: number }
export type Failed = Omit<typeof attendanceFailures.$inferInsert, 'deviceAt' | 'serverAt'> & {
  readonly deviceAt: string
}
type Writing = {
  readonly shiftId: string
  readonly counted: readonly Counted[]
  readonly failed: readonly Failed[]
  readonly at: Date
}

const one = { id: sql<string>`id`.as('id') }

/**
 * Attendance, failures and send in one statement; gives the ids now on record. A sign-up that moved since it was read is
 * left out whole and asked about again; rows of the same id are there already. Rows are locked in the order of their ids,
 * so that two phones never wait for each other.
 */
export async function recordUploads(db: Db, { shiftId, counted, failed, at }: Writing, send: Send | null) {
  const given = db.$with('given', one).as(sql`
    select * from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as r(id text, "signUpId" text, version int,
      kind text, method text, nonce text, "countsAt" timestamptz, step bigint, verdict text, "actorId" text, note text,
      "deviceId" text, "isForced" boolean, "isLate" boolean)`)
  const locked = db.$with('locked', one).as(sql`
    select u.id from ${signUps} u where u.id in (select "signUpId" from ${given}) order by u.id for update`)
  const held = db.$with('held', one).as(sql`
    update ${signUps} u set version = u.version + 1
    from (select distinct g."signUpId", g.version from ${given} g join ${locked} l on l.id = g."signUpId") v
    where u.id = v."signUpId" and u.version = v.version and u.state = 'approved' returning u.id`)
  const noted = db.$with('noted', one).as(sql`
    insert into ${attendanceEvents} (id, sign_up_id, kind, method, nonce, counts_at, device_at, server_at, step, verdict,
      actor_id, note, device_id, is_forced, is_late)
    select g.id, g."signUpId", g.kind, g.method, g.nonce, g."countsAt", g."countsAt", ${moment(at)}, g.step, g.verdict,
      g."actorId", g.note, g."deviceId", g."isForced", g."isLate" from ${given} g join ${held} h on h.id = g."signUpId"
    on conflict do nothing returning id`)
  const kept = db.$with('kept', one).as(sql`
    insert into ${attendanceFailures} (id, shift_id, sign_up_id, direction, method, is_forced, reason, device_id,
      device_at, server_at, refused, zh, actor_id)
    select f.id, ${shiftId}, f."signUpId", f.direction, f.method, f."isForced", f.reason, f."deviceId", f."deviceAt",
      ${moment(at)}, f.refused, f.zh, f."actorId" from jsonb_to_recordset(${JSON.stringify(failed)}::jsonb)
      as f(id text, "signUpId" text, direction text, method text, "isForced" boolean, reason text, "deviceId" text,
        "deviceAt" timestamptz, refused text, zh text, "actorId" text)
    on conflict do nothing returning id`)
  const written = db.$with('written', one).as(sql`select id from ${noted} union all select id from ${kept}`)
  const once = db.$with('once', one).as(sql`select id from ${written} limit 1`)
  const base = [given, locked, held, noted, kept, written, once] as const
  const rows = send
    ? await db
        .with(...base, sendFrom(db, send, shiftId, at, once))
        .select({ id: written.id })
        .from(written)
    : await db
        .with(...base)
        .select({ id: written.id })
        .from(written)
  return new Set(rows.map(({ id }) => id))
}

const failures = (db: Db, where: SQL | undefined, after: Cursor | null, size: number) =>
  db
    .select({
      failure: attendanceFailures,
      activityId: activities.id,
      title: activities.title,
      startsAt: shifts.startsAt,
      leaderZh: sql<string>`coalesce((select p.name from ${people} p where p.id = ${shifts.leaderId}), '')`,
      name: sql<string>`coalesce((select v.display_name from ${signUps} u join ${volunteers} v on v.person_id = u.person_id
        where u.id = ${attendanceFailures.signUpId} and u.shift_id = ${attendanceFailures.shiftId}), '')`,
    })
    .from(attendanceFailures)
    .innerJoin(shifts, eq(shifts.id, attendanceFailures.shiftId))
    .innerJoin(activities, eq(activities.id, shifts.activityId))
    .where(
      and(
        where,
        after
          ? sql`(${attendanceFailures.serverAt}, ${attendanceFailures.id}) < (${after.at}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(attendanceFailures.serverAt), desc(attendanceFailures.id))
    .limit(size + 1)
export type FailureRow = Awaited<ReturnType<typeof failures>>[number]

/** Latest first; of one shift, or of all. */
export const listFailures = (db: Db, shiftId: string | null, after: Cursor | null, size: number) =>
  failures(db, shiftId === null ? undefined : eq(attendanceFailures.shiftId, shiftId), after, size)
