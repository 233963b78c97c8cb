import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { sends } from '../../../schema/people'
import { rewardCounters, rewardPayees } from '../../../schema/reward-counts'
import {
  rewardEvents,
  rewardLedger,
  rewardObjections,
  rewardPayouts,
  rewardRules,
  rewards,
} from '../../../schema/rewards'
import { ACCOUNT_OF, type RewardMove, rewardMove } from '../../../shared/reports/rewards/moves'
import type { Send } from '../../db/sends'
import type { Db } from '../../db/types'

/** Its case stands closed, by itself or within the one it was merged into. */
const IS_SETTLED = sql`exists (select 1 from ${cases} c left join ${cases} m on m.id = c.master_id
  where c.id = o.case_id and 'closed' in (c.state, m.state))`

const accountOf = (state: SQL) =>
  sql`case ${state} ${sql.join(
    Object.entries(ACCOUNT_OF).map(([name, account]) => sql.raw(`when '${name}' then '${account}'`)),
    sql` `,
  )} end`

type Step = {
  readonly move: RewardMove
  /** Which of them, o being the reward as it was. */
  readonly which: SQL
  /** What changes beside the state. */
  readonly sets?: SQL
  readonly by: string
  readonly note: string
  readonly at: Date
  readonly send?: Send
  readonly subjectId?: string
  /** The CTE without whose rows nothing has happened. */
  readonly cause?: 'moved' | 'objected'
  /** Further tables the change is taken from, and CTEs before and after it. */
  readonly from?: SQL
  readonly before?: SQL
  readonly after?: SQL
}

/** State, journal, postings and the sender's key of any number of rewards in one statement; says how many moved. */
async function step(
  db: Db,
  { move, which, sets, by, note, at: moment, send, subjectId = '', cause = 'moved', ...more }: Step,
) {
  const { from, to, freezes } = rewardMove(move)
  const at = sql`${moment.toISOString()}::timestamptz`
  const is = move === 'approve' ? sql`case when o.fen = 0 then 'paid' else 'approved' end` : sql`${to}::text`
  const states = sql.raw(from.map((state) => `'${state}'`).join(','))
  const result = await db.execute(sql`with ${more.before ? sql`${more.before},` : sql``} moved as (
      update ${rewards} r set state = ${is}, version = o.version + 1, frozen_for = ${freezes ?? null}::text ${sets ? sql`, ${sets}` : sql``}
      from ${rewards} o ${more.from ?? sql``}
      where o.id = r.id and r.version = o.version and o.state in (${states}) and ${which}
      returning r.id, r.version, o.state as was, r.state as is_now, r.person_id, r.fen, r.points, r.rule_id, r.day, r.period
    ), noted as (
      insert into ${rewardEvents} (reward_id, version, kind, was, "is", by, note, at)
      select id, version, ${move}::text, was, is_now, ${by}::text, ${note}::text, ${at} from moved
    ), posted as (
      insert into ${rewardLedger} (reward_id, version, unit, from_account, to_account, person_id, line_id, amount, at)
      select m.id, m.version, u.unit, ${accountOf(sql`m.was`)}, ${accountOf(sql`m.is_now`)}, m.person_id, k.line_id, u.amount, ${at}
      from moved m join ${rewardRules} k on k.id = m.rule_id,
        lateral (values ('fen', m.fen), ('points', m.points)) as u(unit, amount)
      where u.amount > 0 and ${accountOf(sql`m.was`)} <> ${accountOf(sql`m.is_now`)}
    ) ${send ? sql`, sent as (${sentRow(send, subjectId, { at, cause: sql.raw(cause) })})` : sql``} ${more.after ?? sql``}
    select count(*)::int as n from ${sql.raw(cause)}`)
  return (result as unknown as { rows: { n: number }[] }).rows[0]?.n ?? 0
}

const sentRow = (
  { personId, key, op, bodyHash, address = '', requestId = '' }: Send,
  subjectId: string,
  { at, cause }: { at: SQL; cause: SQL },
) =>
  sql`insert into ${sends} (person_id, key, op, body_hash, subject_id, at, address, request_id)
    select ${personId}::text, ${key}::text, ${op}::text, ${bodyHash}::text, ${subjectId}::text, ${at},
      ${address}::text, ${requestId}::text
    from (select 1 from ${cause} limit 1) one`

type Act = { readonly id: string; readonly by: string; readonly note: string; readonly at: Date; readonly send: Send }

export const recordApproval = (db: Db, { id, ...act }: Act) =>
  step(db, {
    ...act,
    move: 'approve',
    subjectId: id,
    which: sql`o.id = ${id} and ${IS_SETTLED}`,
    sets: sql`approved_by = ${act.by}::text`,
  })

export const recordFreeze = (db: Db, { id, ...act }: Act) =>
  step(db, { ...act, move: 'freeze', subjectId: id, which: sql`o.id = ${id}`, sets: sql`approved_by = null` })

/** What waits for its case is thawed by the case alone. */
export const recordUnfreeze = (db: Db, { id, ...act }: Act) =>
  step(db, { ...act, move: 'unfreeze', subjectId: id, which: sql`o.id = ${id} and ${IS_SETTLED}` })

/** The counts it drew on are given back, in the order in which they are always locked. */
export const recordReversal = (db: Db, { id, ...act }: Act) =>
  step(db, {
    ...act,
    move: 'reverse',
    subjectId: id,
    which: sql`o.id = ${id}`,
    after: sql`, drawn as (
      select v.kind, v.owner, v.period, v.amount from moved m join ${rewardRules} k on k.id = m.rule_id, lateral (values
        ('budget', k.line_id, m.period, m.fen), ('day', m.person_id, m.day::text, m.fen),
        ('month', m.person_id, to_char(m.day, 'YYYY-MM'), m.fen), ('points', m.person_id, m.day::text, m.points)
      ) as v(kind, owner, period, amount) where v.amount > 0
    ), held as (
      select c.kind, c.owner, c.period, d.amount from ${rewardCounters} c join drawn d using (kind, owner, period)
      order by c.kind, c.owner, c.period for update of c
    ), given_back as (
      update ${rewardCounters} c set used = c.used - held.amount from held
      where c.kind = held.kind and c.owner = held.owner and c.period = held.period
    )`,
  })

type Objection = Act & { readonly caseId: string }

/** Said once by each; all of the case that is not paid waits for the answer. Says whether it was said now. */
export async function recordObjection(db: Db, { id, caseId, ...act }: Objection) {
  const at = sql`${act.at.toISOString()}::timestamptz`
  return step(db, {
    ...act,
    move: 'object',
    cause: 'objected',
    subjectId: id,
    before: sql`objected as (
      insert into ${rewardObjections} (reward_id, words, at) values (${id}::text, ${act.note}::text, ${at})
      on conflict do nothing returning reward_id as id
    )`,
    from: sql`, objected`,
    which: sql`o.case_id = ${caseId}`,
    sets: sql`approved_by = null`,
  })
}

type Clock = { readonly at: Date; readonly note: string }

/** 重办: what was not paid waits for the case. */
export const recordHalts = (db: Db, given: Clock) =>
  step(db, { ...given, by: '', move: 'halt', which: sql`not ${IS_SETTLED}`, sets: sql`approved_by = null` })

export const recordResumes = (db: Db, given: Clock) =>
  step(db, { ...given, by: '', move: 'resume', which: sql`o.frozen_for = 'case' and ${IS_SETTLED}` })

type Payout = Omit<Act, 'id'> & { readonly payoutId: string; readonly ids: readonly string[] }

/** All of them or none: each approved by somebody else, with a payee, of a case that stands closed, and in no list before. */
export const recordPayout = (db: Db, { payoutId, ids, ...act }: Payout) =>
  step(db, {
    ...act,
    move: 'pay',
    subjectId: payoutId,
    before: sql`ready as (
      select o.id, y.name, y.way from ${rewards} o join ${rewardPayees} y on y.person_id = o.person_id
      where o.id in ${[...ids]} and o.state = 'approved' and o.approved_by <> ${act.by} and o.payout_id is null
        and y.way <> 'points' and ${IS_SETTLED} order by o.id for update of o
    )`,
    from: sql`, ready`,
    which: sql`ready.id = o.id and (select count(*) from ready) = ${ids.length}`,
    sets: sql`paid_by = ${act.by}::text, payout_id = ${payoutId}::text, payee_name = ready.name, payee_way = ready.way`,
    after: sql`, listed as (
      insert into ${rewardPayouts} (id, rows, fen, note, by, at)
      select ${payoutId}::text, count(*)::int, sum(fen)::int, ${act.note}::text, ${act.by}::text, ${act.at.toISOString()}::timestamptz
      from moved having count(*) > 0
    )`,
  })
