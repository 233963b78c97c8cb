import { type SQL, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activities, shifts, teams, volunteers } from '../../../schema/volunteering/activities'
import { hoursLedger, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import { recordCallBacks } from '../../../schema/volunteering/spot-checks'
import type { EvidenceClass } from '../../../shared/volunteering/attendance'
import {
  CALL_BACK_PERCENT,
  type CallBackDecision,
  type CallBackResult,
} from '../../../shared/volunteering/spot-checks/call-backs'
import { brokenConstraint } from '../../db/errors'
import { iso, moment, monthOf, rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** From the first month looked at to the end of the last one that is over. */
export type Span = { readonly from: Date; readonly to: Date }

/**
 * The draw. The records of a month are put in the order of SHA-256(salt, id) and the first 2 % are taken, one at least.
 * The salt is the hash of the ledger's last row of that month: nobody knows it before the month is over, nobody can
 * choose it, and everybody who knows it draws the same.
 */
const drawn = ({ from, to }: Span) => sql`months as (
    select distinct ${monthOf(sql`r.confirmed_at`)} as month from ${serviceRecords} r
    where r.confirmed_at >= ${moment(from)} and r.confirmed_at < ${moment(to)}
  ), salts as (
    select m.month, coalesce((select l.hash from ${hoursLedger} l
      where l.at < ((m.month || '-01')::timestamp + interval '1 month' - interval '8 hours') at time zone 'UTC'
      order by l.seq desc limit 1), '') as salt from months m
  ), urn as (
    select r.*, s.month, s.salt, count(*) over (partition by s.month) as records, row_number() over (
      partition by s.month order by sha256(convert_to(s.salt || ' ' || r.id, 'UTF8')), r.id) as place
    from ${serviceRecords} r join salts s on s.month = ${monthOf(sql`r.confirmed_at`)}
    where r.confirmed_at >= ${moment(from)} and r.confirmed_at < ${moment(to)}
  ), drawn as (select * from urn where place <= ceil(records * ${CALL_BACK_PERCENT}::int / 100.0)),
  -- Whoever was reached has answered; before that the last try stands.
  calls as (select distinct on (c.record_id) c.record_id, c.result from ${recordCallBacks} c
    order by c.record_id, c.result <> 'unreached' desc, c.at desc, c.id desc)`

export type DrawnRow = {
  readonly recordId: string
  readonly signUpId: string
  readonly month: string
  readonly personId: string
  readonly leaderId: string
  readonly confirmedBy: string
  readonly result: CallBackResult | null
  readonly name: string
  readonly number: string
  readonly title: string
  readonly teamName: string
  readonly placeZh: string
  readonly leaderZh: string
  readonly confirmedByZh: string
  readonly servedFrom: string
  readonly servedTo: string
  readonly creditedMinutes: number
  readonly evidence: EvidenceClass
  readonly calls: readonly { result: CallBackResult; note: string; byZh: string; at: string }[]
}

const nameOf = (id: SQL) => sql`coalesce((select p.name from ${people} p where p.id = ${id}), '')`

/** Drawn records of a span of whole months, in the order they were drawn. */
const listDrawn = (db: Db, span: Span, where: SQL) =>
  rowsOf<DrawnRow>(
    db,
    sql`with ${drawn(span)}
    select d.id as "recordId", d.sign_up_id as "signUpId", d.month, d.person_id as "personId", s.leader_id as "leaderId",
      d.confirmed_by as "confirmedBy", c.result, v.display_name as name, v.number, a.title, t.name as "teamName",
      a.place_zh as "placeZh", ${nameOf(sql`s.leader_id`)} as "leaderZh", ${nameOf(sql`d.confirmed_by`)} as "confirmedByZh",
      ${iso(sql`d.served_from`)} as "servedFrom", ${iso(sql`d.served_to`)} as "servedTo",
      d.credited_minutes as "creditedMinutes", d.evidence,
      coalesce((select json_agg(json_build_object('result', k.result, 'note', k.note, 'byZh', ${nameOf(sql`k.by`)},
        'at', ${iso(sql`k.at`)}) order by k.at, k.result <> 'unreached', k.id) from ${recordCallBacks} k where k.record_id = d.id), '[]'::json) as calls
    from drawn d join ${signUps} u on u.id = d.sign_up_id join ${shifts} s on s.id = u.shift_id
    join ${activities} a on a.id = u.activity_id join ${teams} t on t.id = a.team_id
    join ${volunteers} v on v.person_id = d.person_id left join calls c on c.record_id = d.id
    where ${where} order by d.month desc, d.place`,
  )

export const listDrawnOf = (db: Db, span: Span) => listDrawn(db, span, sql`true`)

export async function findDrawn(db: Db, span: Span, recordId: string) {
  const [row] = await listDrawn(db, span, sql`d.id = ${recordId}`)
  return row
}

export type MonthRow = {
  readonly month: string
  readonly salt: string
  readonly records: number
  readonly drawn: number
  readonly verified: number
  readonly differs: number
  readonly unreached: number
}

/** One row a month, the last first. */
export const listCallBackMonths = (db: Db, span: Span) =>
  rowsOf<MonthRow>(
    db,
    sql`with ${drawn(span)}
    select d.month, min(d.salt) as salt, max(d.records)::int as records, count(*)::int as drawn,
      count(*) filter (where c.result = 'verified')::int as verified,
      count(*) filter (where c.result = 'differs')::int as differs,
      count(*) filter (where c.result = 'unreached')::int as unreached
    from drawn d left join calls c on c.record_id = d.id group by d.month order by d.month desc`,
  )

/** Somebody else's answer came first. */
export const isAnsweredTwice = (err: unknown) => brokenConstraint(err, 'record_call_backs_answer_key')

export async function recordCallBack(db: Db, d: CallBackDecision, id: string, send: Send) {
  const { was, result, note, by, at } = d
  const row = { id, recordId: was.recordId, month: was.month, result, note, by, at }
  const made = db.$with('made').as(db.insert(recordCallBacks).values(row).returning({ id: recordCallBacks.id }))
  await db
    .with(made, sendFrom(db, send, was.recordId, at, made))
    .select()
    .from(made)
}
