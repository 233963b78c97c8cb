import { asc, desc, eq, gt, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activities, shifts, teams, volunteers } from '../../../schema/volunteering/activities'
import { hoursLedger, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import { hoursExports } from '../../../schema/volunteering/ledger'
import type { Cursor } from '../../../shared/kit/page'
import { monthOf, rowsOf } from '../../db/raw'
import type { Db } from '../../db/types'

type TotalRow = {
  readonly dim: 'all' | 'person' | 'team' | 'month' | 'class'
  readonly key: string
  readonly zh: string
  readonly measured: number
  readonly supplemented: number
}

/** Every total at once, of one reading of the ledger: they cannot differ from each other. */
export async function listTotals(db: Db): Promise<readonly TotalRow[]> {
  const rows = await rowsOf<TotalRow>(
    db,
    sql`with l as (
      select person_id, coalesce(team_id, '') as team_id, minutes,
        ${monthOf(sql`served_at`)} as month,
        case evidence when 'supplemented' then 'supplemented' else 'measured' end as class
      from ${hoursLedger}
    ), sums as (
      select case grouping(person_id, team_id, month, class)
          when 7 then 'person' when 11 then 'team' when 13 then 'month' when 14 then 'class' else 'all' end as dim,
        coalesce(person_id, team_id, month, class, '') as key,
        coalesce(sum(minutes) filter (where class = 'measured'), 0)::int as measured,
        coalesce(sum(minutes) filter (where class = 'supplemented'), 0)::int as supplemented
      from l group by grouping sets ((person_id), (team_id), (month), (class), ())
    )
    select s.dim, s.key, coalesce(v.display_name, t.name, '') as zh, s.measured, s.supplemented from sums s
    left join ${volunteers} v on s.dim = 'person' and v.person_id = s.key
    left join ${teams} t on s.dim = 'team' and t.id = s.key
    order by s.dim, case when s.dim = 'month' then s.key end desc, s.measured + s.supplemented desc, s.key`,
  )
  return rows
}

/** The first row whose place, link or hash is not what it must be. */
export async function verifyLedger(db: Db) {
  const rows = await rowsOf<{ rows: number; head: string; broken: { seq: number; id: string } | null }>(
    db,
    sql`with walked as (
      select l.seq, l.id, l.hash, l.seq <> row_number() over (order by l.seq)
        or l.prev_hash <> coalesce(lag(l.hash) over (order by l.seq), '') or l.alg <> 'sha256'
        or l.hash <> hours_ledger_hash(l) as is_broken
      from ${hoursLedger} l
    )
    select (select count(*)::int from walked) as rows,
      coalesce((select hash from walked order by seq desc limit 1), '') as head,
      (select json_build_object('seq', seq, 'id', id) from walked where is_broken order by seq limit 1) as broken`,
  )
  const [row] = rows
  return row ?? { rows: 0, head: '', broken: null }
}

export const listJournal = (db: Db, after: number, size: number) =>
  db
    .select({
      seq: hoursLedger.seq,
      kind: hoursLedger.kind,
      minutes: hoursLedger.minutes,
      evidence: hoursLedger.evidence,
      number: sql<string>`coalesce(${volunteers.number}, ${hoursLedger.personId})`,
      teamId: hoursLedger.teamId,
      hash: hoursLedger.hash,
      at: hoursLedger.at,
    })
    .from(hoursLedger)
    .leftJoin(volunteers, eq(volunteers.personId, hoursLedger.personId))
    .where(gt(hoursLedger.seq, after))
    .orderBy(asc(hoursLedger.seq))
    .limit(size)

/** Records with what the ledger holds for each now. */
export const listRecordFields = (db: Db, after: string, size: number) =>
  db
    .select({
      id: serviceRecords.id,
      number: volunteers.number,
      name: volunteers.displayName,
      title: activities.title,
      servedFrom: serviceRecords.servedFrom,
      servedTo: serviceRecords.servedTo,
      placeZh: activities.placeZh,
      content: activities.summary,
      minutes: sql<number>`(select coalesce(sum(l.minutes), 0)::int from ${hoursLedger} l
        where l.record_id = ${serviceRecords.id})`,
      evidence: serviceRecords.evidence,
      teamName: teams.name,
      leaderZh: people.name,
      confirmedAt: serviceRecords.confirmedAt,
    })
    .from(serviceRecords)
    .innerJoin(signUps, eq(signUps.id, serviceRecords.signUpId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(people, eq(people.id, shifts.leaderId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .innerJoin(volunteers, eq(volunteers.personId, serviceRecords.personId))
    .where(gt(serviceRecords.id, after))
    .orderBy(asc(serviceRecords.id))
    .limit(size)

export async function countRows(db: Db, of: 'records' | 'journal') {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(of === 'records' ? serviceRecords : hoursLedger)
  return row?.n ?? 0
}

export const recordHoursExport = (db: Db, row: typeof hoursExports.$inferInsert) => db.insert(hoursExports).values(row)

export const listHoursExports = (db: Db, after: Cursor | null, size: number) =>
  db
    .select({
      id: hoursExports.id,
      kind: hoursExports.kind,
      byName: people.name,
      reason: hoursExports.reason,
      rows: hoursExports.rows,
      at: hoursExports.at,
    })
    .from(hoursExports)
    .innerJoin(people, eq(people.id, hoursExports.by))
    .where(after ? sql`(${hoursExports.at}, ${hoursExports.id}) < (${after.at}::timestamptz, ${after.id})` : undefined)
    .orderBy(desc(hoursExports.at), desc(hoursExports.id))
    .limit(size + 1)
