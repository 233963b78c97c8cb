import { and, asc, desc, eq, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { activities, shifts, teams } from '../../schema/volunteering/activities'
import { attendanceEvents, hoursLedger, serviceRecords, signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { Cursor } from '../../shared/kit/page'
import type { RecordState } from '../../shared/volunteering/hours'
import type { SettlementDecision } from '../../shared/volunteering/settlement'
import { brokenConstraint } from '../db/errors'
import { monthOf } from '../db/raw'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

/** The leader's shifts, latest first. */
export const listLedShifts = (db: Db, leaderId: string, after: Cursor | null, size: number) =>
  db
    .select(led)
    .from(shifts)
    .innerJoin(activities, eq(activities.id, shifts.activityId))
    .where(
      and(
        eq(shifts.leaderId, leaderId),
        inArray(activities.state, ['published', 'cancelled', 'settled']),
        after ? sql`(${shifts.startsAt}, ${shifts.id}) < (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(shifts.startsAt), desc(shifts.id))
    .limit(size + 1)

const seats = (column: 'capacity' | 'taken') =>
  sql<number>`(select coalesce(sum(p.${sql.raw(column)}), 0)::int from posts p where p.shift_id = "shifts"."id")`

const led = {
  shift: shifts,
  activity: { id: activities.id, title: activities.title, state: activities.state, placeZh: activities.placeZh },
  capacity: seats('capacity'),
  taken: seats('taken'),
  /** Approved sign-ups that have no outcome yet. */
  unsettled: sql<number>`(select count(*)::int from sign_ups u where u.shift_id = "shifts"."id" and u.state = 'approved'
    and not exists (select 1 from service_records r where r.sign_up_id = u.id))`,
}

/** To anyone but its leader a shift is not there. */
export async function findLedShift(db: Db, leaderId: string, shiftId: string) {
  const [row] = await db
    .select(led)
    .from(shifts)
    .innerJoin(activities, eq(activities.id, shifts.activityId))
    .where(and(eq(shifts.id, shiftId), eq(shifts.leaderId, leaderId)))
  return row
}
export type LedShiftRow = NonNullable<Awaited<ReturnType<typeof findLedShift>>>

export const isDoubleCounted = (err: unknown) => brokenConstraint(err, 'service_records_no_overlap')

/**
 * Records, ledger, journal and send in one statement. Only sign-ups still at the version that was judged are taken;
 * one record a sign-up and one grant a record are unique, so nothing is ever granted twice. Undefined: nothing was left.
 */
export async function recordSettlement(db: Db, decision: SettlementDecision, send: Send, ids: () => string) {
  const { shiftId, records, absences, by, at } = decision
  const moment = sql`${at.toISOString()}::timestamptz`
  const one = { id: sql<string>`id`.as('id') }
  const rows = JSON.stringify(records.map((row) => ({ ...row, recordId: ids(), grantId: ids() })))
  const draft = db.$with('draft', one).as(sql`
    select * from jsonb_to_recordset(${rows}::jsonb) as r("signUpId" text, version int, "recordId" text, "grantId" text,
      "from" timestamptz, "to" timestamptz, "rawMinutes" int, "creditedMinutes" int, evidence text, "isAutoClosed" boolean)`)
  const held = db.$with('held', one).as(sql`
    update ${signUps} u set version = u.version + 1 from ${draft} d
    where u.id = d."signUpId" and u.version = d.version and u.state = 'approved' returning u.id, u.person_id`)
  const recorded = db.$with('recorded', one).as(sql`
    insert into ${serviceRecords} (id, sign_up_id, person_id, served_from, served_to, raw_minutes, credited_minutes,
      evidence, is_auto_closed, confirmed_by, confirmed_at)
    select d."recordId", h.id, h.person_id, d."from", d."to", d."rawMinutes", d."creditedMinutes",
      d.evidence, d."isAutoClosed", ${by}, ${moment} from ${draft} d join ${held} h on h.id = d."signUpId"
    returning id, sign_up_id, person_id, credited_minutes, evidence, served_from`)
  const granted = db.$with('granted', one).as(sql`
    insert into ${hoursLedger} (id, person_id, kind, minutes, evidence, record_id, served_at, reason_zh, actor_id, at)
    select d."grantId", r.person_id, 'grant', r.credited_minutes, r.evidence, r.id, r.served_from,
      '领队确认名单', ${by}, ${moment} from ${recorded} r join ${draft} d on d."recordId" = r.id returning id`)
  const confirmed = db.$with('confirmed', one).as(sql`
    insert into ${attendanceEvents} (id, sign_up_id, kind, method, nonce, counts_at, server_at, verdict, actor_id, note)
    select ${`${send.key}.`} || r.sign_up_id, r.sign_up_id, 'leader_confirm', 'leader_confirm', ${send.key}, ${moment},
      ${moment}, 'unknown', ${by}, '' from ${recorded} r returning id`)
  const missed = db.$with('missed', one).as(sql`
    update ${signUps} u set state = 'no_show', version = u.version + 1
    from jsonb_to_recordset(${JSON.stringify(absences)}::jsonb) as a("signUpId" text, version int)
    where u.id = a."signUpId" and u.version = a.version and u.state = 'approved' returning u.id`)
  const told = db.$with('told', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${`${send.key}.`} || m.id, m.id, 'mark_no_show', '', ${by}, ${moment} from ${missed} m returning id`)
  const once = db
    .$with('once', one)
    .as(sql`select id from (select id from ${recorded} union all select id from ${missed}) done limit 1`)
  const sent = sendFrom(db, send, shiftId, at, once)
  const [done] = await db
    .with(draft, held, recorded, granted, confirmed, missed, told, once, sent)
    .select({ id: once.id })
    .from(once)
  return done
}

/** Whether the last thing that stands is a check-in: the person has not left. */
const isInside = sql`coalesce((select e.kind = 'check_in' from ${attendanceEvents} e
  where e.sign_up_id = "sign_ups"."id" and e.kind in ('check_in', 'check_out', 'auto_close')
    and not exists (select 1 from ${attendanceEvents} v where v.voids_id = e.id)
  order by e.counts_at desc, e.id desc limit 1), false)`

/** `recordState` of shared/volunteering/hours, for the database. */
function standsAs(state: RecordState, now: Date) {
  const isOver = sql`${signUps.endsAt} <= ${now.toISOString()}::timestamptz`
  const open: Record<Exclude<RecordState, 'confirmed'>, SQL> = {
    pending: sql`not ${isInside}`,
    serving: sql`${isInside} and not (${isOver})`,
    no_check_out: sql`${isInside} and ${isOver}`,
  }
  return state === 'confirmed' ? isNotNull(serviceRecords.id) : sql`${serviceRecords.id} is null and ${open[state]}`
}

export type ServiceFilter = {
  readonly state: RecordState | null
  readonly now: Date
  readonly after: Cursor | null
  readonly size: number
}

/** Everything this person came to, latest first; a row more than asked. */
export const listServices = (db: Db, personId: string, { state, now, after, size }: ServiceFilter) =>
  db
    .select({
      signUp: signUps,
      shift: shifts,
      activity: { id: activities.id, title: activities.title, placeZh: activities.placeZh },
      teamName: teams.name,
      record: serviceRecords,
      /** As the ledger holds it after every correction. */
      ledgerMinutes: sql<number>`(select coalesce(sum(l.minutes), 0)::int from ${hoursLedger} l
        where l.record_id = ${serviceRecords.id})`,
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .leftJoin(serviceRecords, eq(serviceRecords.signUpId, signUps.id))
    .where(
      and(
        eq(signUps.personId, personId),
        eq(signUps.state, 'approved'),
        sql`(${serviceRecords.id} is not null
          or exists (select 1 from ${attendanceEvents} e where e.sign_up_id = ${signUps.id}))`,
        state ? standsAs(state, now) : undefined,
        after ? sql`(${signUps.startsAt}, ${signUps.id}) < (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(signUps.startsAt), desc(signUps.id))
    .limit(size + 1)

const month = monthOf(hoursLedger.servedAt)

export const listMonths = (db: Db, personId: string, from: Date) =>
  db
    .select({
      month,
      minutes: sql<number>`sum(${hoursLedger.minutes})::int`,
      services: sql<number>`count(distinct ${hoursLedger.recordId})::int`,
    })
    .from(hoursLedger)
    .where(and(eq(hoursLedger.personId, personId), gte(hoursLedger.servedAt, from)))
    .groupBy(month)
    .orderBy(asc(month))

/** A total is the sum of the ledger, there is no other. */
export async function readTotals(db: Db, personId: string, yearFrom: Date) {
  const since = sql`${yearFrom.toISOString()}::timestamptz`
  const [row] = await db
    .select({
      total: sql<number>`coalesce(sum(${hoursLedger.minutes}), 0)::int`,
      supplemented: sql<number>`coalesce(sum(${hoursLedger.minutes}) filter (where ${hoursLedger.evidence} = 'supplemented'), 0)::int`,
      year: sql<number>`coalesce(sum(${hoursLedger.minutes}) filter (where ${hoursLedger.servedAt} >= ${since}), 0)::int`,
    })
    .from(hoursLedger)
    .where(eq(hoursLedger.personId, personId))
  return row ?? { total: 0, supplemented: 0, year: 0 }
}
