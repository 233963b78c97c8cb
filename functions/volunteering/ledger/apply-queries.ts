import { sql } from 'drizzle-orm'
import { notices } from '../../../schema/notices'
import { hoursLedger, serviceRecords, signUpEvents, signUps } from '../../../schema/volunteering/hours'
import { hoursRequests } from '../../../schema/volunteering/ledger'
import type { HoursDecision, RequestDecision } from '../../../shared/volunteering/ledger/requests'
import { HOURS_REQUEST_KIND_ZH } from '../../../shared/volunteering/ledger/words'
import { moment } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

type Tell = { readonly title: string; readonly text: string; readonly link: string } | null
/** Ids that one write may need, the send, and what the person is told. */
type Writing = {
  readonly id: string
  readonly ids: () => string
  readonly send: Send
  readonly tell: Tell
}

const one = { id: sql<string>`id`.as('id') }
const maybe = (at: Date | null | undefined) => sql`${at?.toISOString() ?? null}::timestamptz`

/** The next number of what was applied to a record: two that start from the same one meet in a unique index. */
const nextRevision = (recordId: string | null) =>
  sql`(select count(*)::int + 1 from ${hoursRequests} o where o.record_id = ${recordId}::text and o.revision is not null)`

/** The record holds exactly what was judged. */
const holds = (recordId: string, minutes: number) =>
  sql`(select coalesce(sum(l.minutes), 0) from ${hoursLedger} l where l.record_id = ${recordId}) = ${minutes}::int`

/** Nothing of this sign-up waits for anybody. */
const isFree = (signUpId: string) => sql`not exists (select 1 from ${hoursRequests} o
  where o.sign_up_id = ${signUpId} and o.state in ('asked', 'proposed'))`

/** Correction = reverse + adjust, in this order, from the CTE `moved`. */
const corrected = (db: Db, ids: () => string, at: Date) =>
  db.$with('corrected', one).as(sql`
    insert into ${hoursLedger} (id, person_id, kind, minutes, evidence, record_id, served_at, reason_zh, actor_id,
      approver_id, at)
    select v.id, r.person_id, v.kind, v.minutes, r.evidence, r.id, r.served_from, m.reason_zh, m.proposed_by,
      nullif(m.decided_by, m.proposed_by), ${moment(at)}
    from moved m join ${serviceRecords} r on r.id = m.record_id, lateral (values
      (1, ${ids()}::text, 'reverse', -m.was_minutes), (2, ${ids()}::text, 'adjust', m.to_minutes)) as v(n, id, kind, minutes)
    where v.minutes <> 0 order by v.n returning id`)

/** The person hears of it by the statement that did it. */
const told = (db: Db, { id, ids, tell }: Writing, at: Date) =>
  tell === null
    ? []
    : [
        db.$with('told', one).as(sql`
          insert into ${notices} (id, person_id, cause, title, text, link, at)
          select ${ids()}::text, m.person_id, ${`hours ${id}`}::text || ' ' || m.version, ${tell.title}::text,
            ${tell.text}::text, ${tell.link}::text, ${moment(at)} from moved m returning id`),
      ]

const GIVEN = sql`id, record_id, sign_up_id, person_id, was_minutes, to_minutes, served_from, served_to, evidence,
  reason_zh, proposed_by, decided_by, version`

/** A new entry; one that is applied at once writes the ledger too. Undefined: the record has just changed. */
export async function recordRequest(db: Db, d: RequestDecision, fileId: string | null, writing: Writing) {
  const isApplied = d.state === 'applied'
  const proposedBy = d.state === 'asked' ? null : d.by
  const proposedAt = d.state === 'asked' ? null : d.at
  const guard = d.recordId === null ? sql`true` : sql`${holds(d.recordId, d.wasMinutes)} and ${isFree(d.signUpId)}`
  const moved = db.$with('moved', one).as(sql`
    insert into ${hoursRequests} (id, kind, state, sign_up_id, person_id, record_id, was_minutes, to_minutes, served_from,
      served_to, evidence, reason, reason_zh, file_id, asked_by, asked_at, proposed_by, proposed_at, decided_by,
      decided_at, revision)
    select ${writing.id}::text, ${d.kind}::text, ${d.state}::text, ${d.signUpId}::text, ${d.personId}::text,
      ${d.recordId}::text, ${d.wasMinutes}::int, ${d.toMinutes}::int, ${maybe(d.served?.from)}, ${maybe(d.served?.to)},
      ${d.evidence}::text, ${d.reason}::text, ${d.reasonZh}::text, ${fileId}::text, ${d.by}::text, ${moment(d.at)},
      ${proposedBy}::text, ${maybe(proposedAt)}, ${isApplied ? d.by : null}::text, ${maybe(isApplied ? d.at : null)},
      ${isApplied ? nextRevision(d.recordId) : sql`null::int`}
    where ${guard} returning ${GIVEN}`)
  const effects = isApplied ? [corrected(db, writing.ids, d.at)] : []
  const sent = sendFrom(db, writing.send, writing.id, d.at, moved)
  const [done] = await db
    .with(moved, ...effects, ...told(db, writing, d.at), sent)
    .select({ id: moved.id })
    .from(moved)
  return done
}

/** The next step of an entry at the version that was judged; applied, it writes record and ledger. Undefined: lost the race. */
export async function recordHoursMove(db: Db, d: HoursDecision, writing: Writing) {
  const { was, state, at } = d
  const isApplied = state === 'applied'
  const makes = isApplied && was.recordId === null
  const recordId = makes ? writing.ids() : was.recordId
  const guard = was.recordId === null ? sql`true` : holds(was.recordId, d.wasMinutes)
  const open = db.$with('open', one).as(sql`
    select q.id, q.sign_up_id, s.state as stood from ${hoursRequests} q join ${signUps} s on s.id = q.sign_up_id
    where q.id = ${was.id} and q.version = ${was.version} and q.state = ${was.state} and ${guard} for update of q, s`)
  // A person marked absent was there after all; what was withdrawn meanwhile makes no record.
  const held = db.$with('held', one).as(
    makes
      ? sql`update ${signUps} u set state = 'approved', version = u.version + 1 from ${open} o
          where u.id = o.sign_up_id and u.state in ('approved', 'no_show') returning o.id, o.sign_up_id, o.stood`
      : sql`select id from ${open}`,
  )
  const moved = db.$with('moved', one).as(sql`
    update ${hoursRequests} q set ${changes(d, recordId)} from ${held} h where q.id = h.id returning ${QUALIFIED}`)
  const made = makes
    ? [restored(db, writing.ids, d), ...filled(db, writing.ids, recordId ?? '', at)]
    : [corrected(db, writing.ids, at)]
  const effects = isApplied ? made : []
  const sent = sendFrom(db, writing.send, was.id, at, moved)
  const [done] = await db
    .with(open, held, moved, ...effects, ...told(db, writing, at), sent)
    .select({ id: moved.id })
    .from(moved)
  return done
}

/** 未到 taken back: the journal of the sign-up says so, and who did it. */
const restored = (db: Db, ids: () => string, { by, at, was }: HoursDecision) =>
  db.$with('restored', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${ids()}::text, h.sign_up_id, 'restore', ${HOURS_REQUEST_KIND_ZH[was.kind]}::text, ${by}::text, ${moment(at)}
    from held h where h.stood = 'no_show' returning id`)

function changes({ state, ask, by, at, toMinutes, wasMinutes }: HoursDecision, recordId: string | null) {
  const ends = state !== 'proposed'
  const proposer = ask.move === 'answer' ? sql`proposed_by = ${by}::text, proposed_at = ${moment(at)},` : sql``
  return sql`state = ${state}::text, version = q.version + 1, was_minutes = ${wasMinutes}::int,
    to_minutes = ${toMinutes}::int, record_id = ${recordId}::text, note = ${ask.note}::text, ${proposer}
    decided_by = ${ends ? by : null}::text, decided_at = ${maybe(ends ? at : null)},
    revision = ${state === 'applied' ? nextRevision(recordId) : sql`null::int`}`
}

const QUALIFIED = sql`q.id, q.record_id, q.sign_up_id, q.person_id, q.was_minutes, q.to_minutes, q.served_from, q.served_to,
  q.evidence, q.reason_zh, q.proposed_by, q.decided_by, q.version`

/** A back-fill or a leader's own hours: the record and its grant, confirmed by the second person. */
const filled = (db: Db, ids: () => string, recordId: string, at: Date) => [
  db.$with('recorded', one).as(sql`
    insert into ${serviceRecords} (id, sign_up_id, person_id, served_from, served_to, raw_minutes, credited_minutes,
      evidence, is_auto_closed, confirmed_by, confirmed_at)
    select ${recordId}::text, m.sign_up_id, m.person_id, m.served_from, m.served_to,
      greatest(m.to_minutes, floor(extract(epoch from m.served_to - m.served_from) / 60)::int), m.to_minutes,
      m.evidence, false, m.decided_by, ${moment(at)} from moved m
    returning id, person_id, credited_minutes, evidence, served_from`),
  db.$with('granted', one).as(sql`
    insert into ${hoursLedger} (id, person_id, kind, minutes, evidence, record_id, served_at, reason_zh, actor_id,
      approver_id, at)
    select ${ids()}::text, r.person_id, 'grant', r.credited_minutes, r.evidence, r.id, r.served_from, m.reason_zh,
      m.proposed_by, m.decided_by, ${moment(at)} from recorded r, moved m returning id`),
]
