import { desc, eq, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activities, volunteers } from '../../../schema/volunteering/activities'
import { certificates } from '../../../schema/volunteering/certificates'
import { attendanceEvents, hoursLedger, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import { hoursRequests, serviceReports } from '../../../schema/volunteering/ledger'
import type { ReportFigures } from '../../../shared/volunteering/ledger/report'
import { moment, rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export async function countFigures(db: Db, dayFrom: Date) {
  const rows = await rowsOf<Figures>(
    db,
    sql`select
    (select count(*)::int from ${volunteers}) as registered,
    (select count(distinct u.person_id)::int from ${attendanceEvents} e join ${signUps} u on u.id = e.sign_up_id
      where e.kind = 'check_in' and e.counts_at >= ${moment(dayFrom)}) as "activeToday",
    (select count(*)::int from ${activities} where published_at is not null and state <> 'cancelled') as activities,
    (select count(distinct person_id)::int from ${hoursLedger}) as served,
    (select coalesce(sum(minutes) filter (where evidence <> 'supplemented'), 0)::int from ${hoursLedger}) as "measuredMinutes",
    (select coalesce(sum(minutes) filter (where evidence = 'supplemented'), 0)::int from ${hoursLedger}) as "supplementedMinutes"`,
  )
  const [row] = rows
  return row ?? { registered: 0, activeToday: 0, activities: 0, served: 0, measuredMinutes: 0, supplementedMinutes: 0 }
}
type Figures = {
  readonly registered: number
  readonly activeToday: number
  readonly activities: number
  readonly served: number
  readonly measuredMinutes: number
  readonly supplementedMinutes: number
}

export type Year = { readonly year: number; readonly from: Date; readonly to: Date }

/** 证明 issued in the year, whatever became of them since. */
const certificatesIssued = ({ from, to }: Year) =>
  sql`(select count(*)::int from ${certificates} where issued_at >= ${moment(from)} and issued_at < ${moment(to)})`

/** Everything of one year by when the service was given, of one reading. */
export async function countYear(db: Db, of: Year): Promise<ReportFigures> {
  const [from, to] = [moment(of.from), moment(of.to)]
  const rows = await rowsOf<ReportFigures>(
    db,
    sql`with l as (
      select * from ${hoursLedger} where served_at >= ${from} and served_at < ${to}
    ), head as (select seq, hash from ${hoursLedger} order by seq desc limit 1)
    select ${of.year}::int as year,
      (select count(*)::int from ${volunteers} where joined_at < ${to}) as registered,
      (select count(distinct u.activity_id)::int from ${serviceRecords} r join ${signUps} u on u.id = r.sign_up_id
        where r.served_from >= ${from} and r.served_from < ${to}) as activities,
      (select count(*)::int from ${serviceRecords} where served_from >= ${from} and served_from < ${to}) as records,
      (select count(distinct person_id)::int from l) as people,
      (select coalesce(sum(minutes) filter (where evidence <> 'supplemented'), 0)::int from l) as "measuredMinutes",
      (select coalesce(sum(minutes) filter (where evidence = 'supplemented'), 0)::int from l) as "supplementedMinutes",
      (select count(*)::int from ${hoursRequests} where state = 'applied' and kind in ('check', 'correct')
        and decided_at >= ${from} and decided_at < ${to}) as corrections,
      ${certificatesIssued(of)}::int as "certificatesIssued",
      coalesce((select seq::int from head), 0) as "ledgerRows", coalesce((select hash from head), '') as "ledgerHead"`,
  )
  const [row] = rows
  if (!row) throw new Error('a query of figures gives one row')
  return row
}

export const listReports = (db: Db) =>
  db
    .select({ report: serviceReports, byZh: people.name })
    .from(serviceReports)
    .innerJoin(people, eq(people.id, serviceReports.by))
    .orderBy(desc(serviceReports.year))

export async function recordReport(db: Db, row: typeof serviceReports.$inferInsert, send: Send) {
  const made = db.$with('made').as(db.insert(serviceReports).values(row).returning({ year: serviceReports.year }))
  await db
    .with(made, sendFrom(db, send, String(row.year), row.at, made))
    .select()
    .from(made)
}
