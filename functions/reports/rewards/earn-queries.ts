import { type SQL, sql } from 'drizzle-orm'
import { caseFollowers } from '../../../schema/cases/crowd'
import { cases } from '../../../schema/cases/ledger'
import { categories } from '../../../schema/cases/register'
import { people, roleGrants } from '../../../schema/people'
import { apiKeys, reporters, reports } from '../../../schema/reports'
import { rewardCounters, rewardPayees } from '../../../schema/reward-counts'
import { rewardEvents, rewardLedger, rewardRules, rewards } from '../../../schema/rewards'
import { STAFF_ROLES } from '../../../shared/people/roles'
import { capsOf, type Earning, type RewardRank, type UnpaidReason } from '../../../shared/reports/rewards/earn'
import type { Db } from '../../db/types'

const STAFF = sql.raw(STAFF_ROLES.map((role) => `'${role}'`).join(','))

/** A case and those merged into it; who came forward in each by themselves. */
const FAMILY = sql`family as (
    select m.id as master_id, c.id as case_id, c.submitted_at, m.category_code, m.ended_at,
      array_remove(array[m.unit_id] || array(select jsonb_array_elements_text(m.co_done)), null) as units
    from ${cases} m join ${cases} c on c.id = m.id or c.master_id = m.id
    where m.state = 'closed' and m.submitted_at >= (select min(starts_on)::timestamptz - interval '1 day' from ${rewardRules})
  ), parts as (
    select distinct on (f.master_id, w.person_id) f.master_id, f.case_id, w.person_id, w.relation, w.at, f.category_code, f.units, f.ended_at,
      w.relation = 'reporter' and f.case_id = first_value(f.case_id) over (
        partition by f.master_id order by f.submitted_at, f.case_id) as is_first
    from family f left join ${caseFollowers} w on w.case_id = f.case_id and w.via_case_id is null
    order by f.master_id, w.person_id, w.relation = 'reporter' desc, w.at, f.case_id
  )`

export type FoundClaim = {
  readonly caseId: string
  readonly personId: string
  readonly rank: RewardRank
  readonly at: number
  readonly categoryCode: string
  readonly classReward: 'money' | 'thanks' | 'none'
  readonly isStaff: boolean
  readonly isOwnUnit: boolean
  readonly isPlatform: boolean
  readonly isAnonymous: boolean
  readonly hasEarned: boolean
  readonly isPointsOnly: boolean
}

/** Everybody's part in a closed case that no reward row speaks of yet; the oldest ends first. */
export async function listClaims(db: Db, size: number): Promise<readonly FoundClaim[]> {
  const { rows } = (await db.execute(sql`with ${FAMILY}
    select p.master_id as "caseId", p.person_id as "personId", (extract(epoch from p.at) * 1000)::float8 as at, p.category_code as "categoryCode",
      k.reward as "classReward",
      case when p.is_first and not exists (${rewarded(sql`r.rank = 'first'`)}) then 'first' else 'follower' end as rank,
      exists (${granted} and g.role in (${STAFF})) as "isStaff",
      exists (${granted} and g.unit_id = any(p.units)) as "isOwnUnit",
      exists (select 1 from ${apiKeys} a where a.person_id = p.person_id) as "isPlatform",
      exists (select 1 from ${reporters} t join ${reports} o on o.id = t.report_id
        where o.case_id = p.case_id and t.person_id = p.person_id and t.identity = 'anonymous') as "isAnonymous",
      exists (${rewarded(sql`r.person_id = p.person_id and r.state not in ('refused', 'reversed')`)}) as "hasEarned",
      exists (select 1 from ${rewardPayees} y where y.person_id = p.person_id and y.way = 'points') as "isPointsOnly"
    from parts p join ${categories} k on k.code = p.category_code join ${people} w on w.id = p.person_id
    where not exists (select 1 from ${rewards} r where r.case_id = p.master_id and r.person_id = p.person_id)
    order by p.ended_at, p.master_id, p.at, p.person_id limit ${size}`)) as unknown as { rows: FoundClaim[] }
  return rows
}

/** A grant that held at any time between the report and now. */
const granted = sql`select 1 from ${roleGrants} g where g.person_id = p.person_id and (g.ended_at is null or g.ended_at > p.at)`

const rewarded = (which: SQL) =>
  sql`select 1 from ${rewards} r join family x on x.case_id = r.case_id and x.master_id = p.master_id where ${which}`

export type NewReward = {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly rank: RewardRank
  readonly day: string
  readonly at: Date
}

/** Nothing earned, and why; a row that is there already stays as it is. */
export const recordUnpaid = (db: Db, row: NewReward, reason: UnpaidReason) =>
  db
    .insert(rewards)
    .values({ ...row, state: 'refused', reason, fen: 0, points: 0, period: '' })
    .onConflictDoNothing()

/**
 * The reward, its first event, the postings and the counts in one statement. A count beyond its cap breaks a CHECK and undoes all of it;
 * a second sweep finds the row and adds nothing. Counts are taken in the order of their key, so two rewards never wait for each other in a ring.
 */
export async function recordEarned(db: Db, row: NewReward, earning: Earning) {
  const { rule, fen, points, period } = earning
  const at = sql`${row.at.toISOString()}::timestamptz`
  const caps = capsOf(earning, row.personId, row.day).map(
    (one) => sql`(${one.kind}::text, ${one.owner}::text, ${one.period}::text, ${one.amount}::int, ${one.cap}::int)`,
  )
  await db.execute(sql`with made as (
      insert into ${rewards} (id, case_id, person_id, rank, state, rule_id, fen, points, day, period, at)
      values (${row.id}, ${row.caseId}, ${row.personId}, ${row.rank}, 'earned', ${rule.id}, ${fen}::int, ${points}::int, ${row.day}::date, ${period}, ${at})
      on conflict do nothing returning id, person_id, fen, points
    ), noted as (
      insert into ${rewardEvents} (reward_id, version, kind, "is", by, note, at)
      select id, 0, 'earn', 'earned', '', '', ${at} from made
    ), posted as (
      insert into ${rewardLedger} (reward_id, version, unit, from_account, to_account, person_id, line_id, amount, at)
      select made.id, 0, u.unit, 'budget', 'payable', made.person_id, ${rule.lineId}::text, u.amount, ${at}
      from made, lateral (values ('fen', made.fen), ('points', made.points)) as u(unit, amount) where u.amount > 0
    )
    insert into ${rewardCounters} (kind, owner, period, used, cap)
    select v.kind, v.owner, v.period, v.amount, v.cap
    from made, (values ${sql.join(caps, sql`, `)}) as v(kind, owner, period, amount, cap) order by v.kind, v.owner, v.period
    on conflict (kind, owner, period) do update set used = reward_counters.used + excluded.used, cap = excluded.cap`)
}
