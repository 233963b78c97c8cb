import { type SQL, sql } from 'drizzle-orm'
import { expect } from 'vitest'

type Rows = <T>(query: SQL) => Promise<readonly T[]>

const LIVE = sql`('applied', 'approved', 'waitlisted', 'offered')`

/** What must never be found in the tables, each under its number; `s` are the shifts of the run. */
const never = (shifts: readonly string[]): readonly (readonly [name: string, query: SQL])[] => [
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
    '19 somebody granted to themselves',
    sql`select l.id from hours_ledger l where l.actor_id = l.person_id or l.approver_id = l.person_id`,
  ],
]

/** Every one of them after every step: the first that is broken is named with what broke it. */
export async function checkInvariants(rows: Rows, shifts: readonly string[]) {
  for (const [name, query] of never(shifts)) expect(await rows(query), name).toEqual([])
}
