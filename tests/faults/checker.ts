import { sql } from 'drizzle-orm'
import { rowsOf } from '../../functions/db/raw'
import type { Db } from '../../functions/db/types'
import { verifyAudit } from '../../functions/tools/verify-audit'
import { BOOKS } from '../reports/rewards-world'
import { type Answered, isAcknowledged } from './history'

/** How often what a send meant is in the database, by its key; the last join counts the effect itself, not the note of it. */
const COUNTS = sql`select m.key, m.kind, m.acked,
    (select count(*) from sends s where s.key = m.key)::int as sends,
    case m.kind
      when 'report' then (select count(*) from cases c where c.words like '%' || m.key || '%')
      when 'sign_up' then (select count(*) from sign_ups u where u.person_id = m."personId" and u.shift_id = m.target)
      else (select count(*) from case_events e where e.case_id = m.target and e.is = 'closed')
    end::int as effects`

/** What must hold whatever happened: each row is something that does not. */
const INVARIANTS = {
  seats: sql`select id from posts p where taken > capacity or taken <> (select count(*) from sign_ups u
    where u.post_id = p.id and u.state in ('approved', 'offered'))`,
  'a case’s journal': sql`select c.id from cases c where c.version + 1 <> (select count(*) from case_events e where e.case_id = c.id)
    or c.version <> (select max(e.version) from case_events e where e.case_id = c.id)
    or c.state <> (select e.is from case_events e where e.case_id = c.id order by e.version desc limit 1)`,
  numbers: sql`select number from cases where number <> '' group by number having count(*) > 1`,
  'one telling a report': sql`select c.id from cases c where (select count(*) from reports r where r.case_id = c.id and r.is_first) <> 1`,
  'one reward a case and person': sql`select case_id from rewards group by case_id, person_id having count(*) > 1`,
  'a reward’s first': sql`select case_id from rewards where rank = 'first' group by case_id having count(*) > 1`,
  'rewards of closed cases': sql`select r.id from rewards r join cases c on c.id = r.case_id where c.state <> 'closed'`,
  'the day’s cap': sql`select r.person_id from rewards r join reward_rules k on k.id = r.rule_id
    where r.state not in ('refused', 'reversed') group by r.person_id, r.day, k.day_max_fen having sum(r.fen) > k.day_max_fen`,
  'the books': BOOKS,
  'an audit row a send': sql`select s.key from sends s where not exists (select 1 from audit_log a where a.person_id = s.person_id
    and a.op = s.op and a.body_hash = s.body_hash and a.request_id = s.request_id)`,
  'a photo without its row': sql`select p.file_id from case_photos p where not exists (select 1 from files f where f.id = p.file_id)`,
}

/** Sets a history against the database: everything that was lost, doubled or broken, in words; empty is good. */
export async function check(db: Db, history: readonly Answered[]): Promise<string[]> {
  const meant = history.map((act) => ({
    ...{
      key: act.key,
      kind: act.kind,
      acked: isAcknowledged(act),
      personId: act.as.id,
      target: act.path.split('/')[3],
    },
  }))
  const counts = await rowsOf<{ key: string; kind: string; acked: boolean; sends: number; effects: number }>(
    db,
    sql`${COUNTS} from jsonb_to_recordset(${JSON.stringify(meant)}::jsonb)
      as m(key text, kind text, acked boolean, "personId" text, target text)`,
  )
  const wrong = counts.flatMap(({ key, kind, acked, sends, effects }) => {
    if (acked && (sends === 0 || effects === 0)) return [`lost: ${kind} ${key}`]
    if (sends > 1 || effects > 1) return [`doubled: ${kind} ${key}`]
    return sends === effects ? [] : [`half: ${kind} ${key}, key ${sends}, effect ${effects}`]
  })
  for (const [name, query] of Object.entries(INVARIANTS)) {
    const rows = await rowsOf(db, query)
    if (rows.length > 0) wrong.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  await verifyAudit(db).catch((err: Error) => wrong.push(err.message))
  return wrong
}
