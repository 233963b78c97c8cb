import { type SQL, sql } from 'drizzle-orm'
import { checkNever, type Never } from './model-kit'

type Rows = <T>(query: SQL) => Promise<readonly T[]>

const LIVE = sql`('applied', 'approved', 'waitlisted', 'offered')`

/** What must never be found in the tables of these shifts, each under its number. */
const never = (shifts: readonly string[], now: Date): Never => [
  [
    '1 more approved and offered than seats, or seats counted otherwise than held',
    sql`select p.id, p.capacity, p.taken, held.n from posts p, lateral (select count(*)::int as n from sign_ups u
      where u.post_id = p.id and u.state in ('approved', 'offered', 'attended', 'no_show', 'excused')) held
      where p.shift_id in ${shifts} and (p.taken > p.capacity or p.taken < (select count(*) from sign_ups u where u.post_id = p.id
        and u.state in ('approved', 'offered')))`,
  ],
  [
    '2 two live sign-ups or two records of one person and shift',
    sql`select person_id, shift_id from sign_ups where shift_id in ${shifts} and state in ${LIVE} group by 1, 2 having count(*) > 1
      union all select r.person_id, u.shift_id from service_records r join sign_ups u on u.id = r.sign_up_id
      where u.shift_id in ${shifts} group by 1, 2 having count(*) > 1`,
  ],
  [
    '3 approved sign-ups or records of one person that overlap',
    sql`select a.id, b.id from sign_ups a join sign_ups b on a.person_id = b.person_id and a.id < b.id
      where a.shift_id in ${shifts} and a.state in ('approved', 'offered') and b.state in ('approved', 'offered')
        and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      union all select a.id, b.id from service_records a join service_records b on a.person_id = b.person_id and a.id < b.id
      where tstzrange(a.served_from, a.served_to) && tstzrange(b.served_from, b.served_to)`,
  ],
  [
    '4 credited minutes below none, above the cap, or above shift and grace',
    sql`select r.id from service_records r join sign_ups u on u.id = r.sign_up_id join shifts h on h.id = u.shift_id
      where h.id in ${shifts} and (r.credited_minutes < 0 or r.credited_minutes > h.cap_minutes
        or r.credited_minutes > extract(epoch from h.ends_at - h.starts_at) / 60 + h.grace_minutes)`,
  ],
  [
    '5 minutes that no check-in stands behind',
    sql`select r.id from service_records r join sign_ups u on u.id = r.sign_up_id
      where u.shift_id in ${shifts} and r.credited_minutes > 0 and not exists (select 1 from attendance_events e
        where e.sign_up_id = u.id and e.kind in ('check_in', 'leader_confirm')
        and not exists (select 1 from attendance_events v where v.voids_id = e.id))`,
  ],
  [
    '6 a ledger that does not say what its records say',
    sql`select r.id from service_records r join sign_ups u on u.id = r.sign_up_id left join hours_ledger l on l.record_id = r.id
      where u.shift_id in ${shifts} group by r.id having coalesce(sum(l.minutes), 0) <> r.credited_minutes`,
  ],
  [
    '7 one nonce twice',
    sql`select e.nonce from attendance_events e join sign_ups u on u.id = e.sign_up_id where u.shift_id in ${shifts}
      group by e.nonce, e.sign_up_id having count(*) > 1`,
  ],
  [
    '10 a row of the ledger that is not as it was written',
    sql`select l.id from hours_ledger l where l.hash <> hours_ledger_hash(l)`,
  ],
  [
    '13 more offers of a post than it has seats',
    sql`select u.shift_id from sign_ups u join posts p on p.id = u.post_id where u.shift_id in ${shifts} and u.state = 'offered'
      group by u.shift_id, p.id, p.capacity having count(*) > p.capacity`,
  ],
  [
    '13 a seat offered past somebody who waited longer and never let one pass',
    sql`select u.id from sign_ups u join sign_ups w on w.post_id = u.post_id and w.queued_at < u.queued_at, lateral (
        select max(e.at) as at from sign_up_events e where e.sign_up_id = u.id and e.move = 'offer') offered
      where u.shift_id in ${shifts} and u.state = 'offered' and w.state = 'waitlisted' and w.passed_at is null
        and not exists (select 1 from sign_up_events e where e.sign_up_id = w.id and e.move in ('sign_up', 'wait')
          and e.at >= offered.at)`,
  ],
  [
    '14 somebody who had come, let go by a cancellation',
    sql`select u.id from sign_ups u join attendance_events e on e.sign_up_id = u.id and e.kind in ('check_in', 'leader_confirm')
      where u.shift_id in ${shifts} and u.state = 'cancelled_by_org'
        and not exists (select 1 from attendance_events v where v.voids_id = e.id)`,
  ],
  [
    '18 a minor who is expected without a consent that stands, or at anything risky',
    sql`select u.id from sign_ups u join volunteers v on v.person_id = u.person_id join activities a on a.id = u.activity_id
      where u.shift_id in ${shifts} and v.age_band <> 'adult' and u.state in ('approved', 'offered')
        and u.starts_at > ${now.toISOString()} and not exists (select 1 from attendance_events e where e.sign_up_id = u.id)
        and (a.is_risky or not exists (select 1 from guardian_consents c
          where c.person_id = u.person_id and c.risk_class = a.risk_class and c.revoked_at is null))`,
  ],
  [
    '19 somebody granted to themselves, approved themselves or checked themselves in as leader',
    sql`select l.id from hours_ledger l where l.actor_id = l.person_id or l.approver_id = l.person_id
      union all select e.id from sign_up_events e join sign_ups u on u.id = e.sign_up_id
      where u.shift_id in ${shifts} and e.by = u.person_id and e.move in ('approve', 'restore', 'excuse', 'mark_no_show')
      union all select e.id from attendance_events e join sign_ups u on u.id = e.sign_up_id
      where u.shift_id in ${shifts} and e.actor_id = u.person_id and e.method in ('leader_scan', 'leader_confirm')`,
  ],
  [
    'a hand-over of which only one end happened',
    sql`select h.id from hand_overs h join sign_ups f on f.id = h.sign_up_id left join sign_ups t on t.id = h.new_sign_up_id
      where f.shift_id in ${shifts} and ((h.state = 'accepted') <> (f.state = 'handed_over')
        or (h.state = 'accepted') <> (t.person_id is not distinct from h.to_id))`,
  ],
]

export const checkInvariants = (rows: Rows, shifts: readonly string[], now: Date) =>
  checkNever(rows, never(shifts, now))
