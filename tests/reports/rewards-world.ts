import { type SQL, sql } from 'drizzle-orm'
import { sweepRewards } from '../../functions/reports/rewards/sweep-actions'
import { openCounty } from '../cases/world'
import type { Person } from '../kit/house'

export const RULE = {
  zh: '随手拍奖励办法',
  classes: ['D1', 'D2'],
  firstFen: 1000,
  firstPoints: 5,
  followerFen: 100,
  followerPoints: 1,
  dayMaxFen: 3000,
  monthMaxFen: 5000,
  dayMaxPoints: 100,
  budgetFen: 1_000_000,
  budgetPeriod: 'month',
  startsOn: '2026-06-15',
  note: '创建办第 3 次会议',
}

/** A county that rewards, and the few words its tests need. */
export async function openRewards(given: Parameters<typeof openCounty>[0] = {}) {
  const county = await openCounty(given)
  const { ask, key, cast, db, deps } = county
  const rows = async <T>(query: SQL) => ((await db.execute(query)) as unknown as { rows: T[] }).rows
  const setRule = (more: object = {}) => ask(cast.admin, 'POST', '/api/reward-rules', { key: key(), ...RULE, ...more })
  const bind = (as: Person, more: object = {}) =>
    ask(as, 'POST', '/api/my-rewards/payee', { key: key(), way: 'wechat', name: '林晓岚', ...more })
  const mine = async (as: Person, query = '') =>
    (await ask(as, 'GET', `/api/my-rewards${query}`)) as unknown as {
      items: { id: string; caseId: string; rank: string; state: string; fen: number; points: number; whyZh: string }[]
      payable: { fen: number; points: number }
      frozen: { fen: number; points: number }
      paid: { fen: number; points: number }
    }
  const act = (as: Person, id: string | undefined, move: string, note = '') =>
    ask(as, 'POST', `/api/rewards/${id}/moves`, { key: key(), move, note })
  const pay = (as: Person, ids: readonly (string | undefined)[]) =>
    ask(as, 'POST', '/api/reward-payouts', { key: key(), ids, note: '六月第一批' })
  const sweep = async () => {
    while ((await sweepRewards(deps)) > 0);
  }
  /** Copies of a closed case, each reported by one of these and joined by others; made in one go. */
  const closedCopies = async (id: string, n: number, reporter: string, followers: readonly string[] = []) => {
    const [names] = await rows<{ all: string }>(sql`select string_agg(quote_ident(column_name), ', ') as all
      from information_schema.columns where table_name = 'cases' and column_name not in ('id', 'number', 'search')`)
    const columns = sql.raw(names?.all ?? '')
    const tag = crypto.randomUUID().slice(0, 8)
    await db.execute(sql`insert into cases (id, number, ${columns})
      select ${tag} || '-' || i, ${tag} || i, ${columns} from cases c, generate_series(1, ${n}::int) i where c.id = ${id}`)
    for (const [i, personId] of [reporter, ...followers].entries())
      await db.execute(sql`insert into case_followers (case_id, person_id, relation, at)
        select c.id, ${personId}, ${i === 0 ? 'reporter' : 'follower'}, c.submitted_at + ${i}::int * interval '1 second'
        from cases c where c.id like ${`${tag}-%`}`)
    return tag
  }
  return { ...county, rows, setRule, bind, mine, act, pay, sweep, closedCopies }
}

/** What the ledger, the rows and the counts say of the same money; the ledger's word counts. */
export const BOOKS = sql`with sides as (
    select to_account as account, unit, person_id, line_id, amount from reward_ledger
    union all select from_account, unit, person_id, line_id, -amount from reward_ledger
  ), posted as (
    select case when account = 'budget' then line_id else person_id end as owner, account, unit, sum(amount)::int as amount
    from sides group by 1, 2, 3 having sum(amount) <> 0
  ), held as (
    select r.person_id as owner, u.unit, u.amount, k.line_id,
      case r.state when 'earned' then 'payable' when 'approved' then 'payable' else r.state end as account
    from rewards r join reward_rules k on k.id = r.rule_id, lateral (values ('fen', r.fen), ('points', r.points)) as u(unit, amount)
    where r.state not in ('refused', 'reversed') and u.amount > 0
  ), expected as (
    select owner, account, unit, sum(amount)::int as amount from held group by 1, 2, 3
    union all select line_id, 'budget', unit, -sum(amount)::int from held group by 1, 2, 3
  )
  (table posted except table expected) union all (table expected except table posted)
  union all select 'all', 'sum', unit, sum(amount)::int from sides group by unit having sum(amount) <> 0
  union all select c.owner, c.kind, 'fen', c.used from reward_counters c where c.used <> coalesce((
    select sum(case when c.kind = 'points' then r.points else r.fen end) from rewards r join reward_rules k on k.id = r.rule_id
    where r.state not in ('refused', 'reversed') and case c.kind
      when 'budget' then k.line_id = c.owner and r.period = c.period
      when 'month' then r.person_id = c.owner and to_char(r.day, 'YYYY-MM') = c.period
      else r.person_id = c.owner and r.day::text = c.period end), 0)`
