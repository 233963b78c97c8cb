import { and, asc, count, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cases } from '../../../schema/cases/ledger'
import { categories } from '../../../schema/cases/register'
import { people } from '../../../schema/people'
import { rewardPayees } from '../../../schema/reward-counts'
import { rewardLedger, rewardObjections, rewardRules, rewards } from '../../../schema/rewards'
import type { Cursor } from '../../../shared/kit/page'
import type { Actor } from '../../../shared/people/roles'
import type { RewardState } from '../../../shared/reports/rewards/moves'
import { visibleTo } from '../../cases/visible-queries'
import type { Db } from '../../db/types'

type Page = { readonly size: number; readonly cursor: Cursor | null }

const mine = {
  id: rewards.id,
  caseId: rewards.caseId,
  title: cases.title,
  rank: rewards.rank,
  state: rewards.state,
  reason: rewards.reason,
  frozenFor: rewards.frozenFor,
  fen: rewards.fen,
  points: rewards.points,
  at: rewards.at,
  hasObjected: sql<boolean>`exists (select 1 from ${rewardObjections} b where b.reward_id = "rewards"."id")`,
}

const older = (cursor: Cursor | null) =>
  cursor
    ? or(lt(rewards.at, new Date(cursor.at)), and(eq(rewards.at, new Date(cursor.at)), lt(rewards.id, cursor.id)))
    : undefined

export const listMine = (db: Db, personId: string, caseId: string | undefined, { size, cursor }: Page) =>
  db
    .select(mine)
    .from(rewards)
    .innerJoin(cases, eq(cases.id, rewards.caseId))
    .where(
      and(
        eq(rewards.personId, personId),
        // A merged report's reward is the master's.
        caseId === undefined
          ? undefined
          : or(
              eq(rewards.caseId, caseId),
              sql`${rewards.caseId} = (select c.master_id from ${cases} c where c.id = ${caseId})`,
            ),
        older(cursor),
      ),
    )
    .orderBy(desc(rewards.at), desc(rewards.id))
    .limit(size + 1)
export type MineRow = Awaited<ReturnType<typeof listMine>>[number]

export async function findMine(db: Db, personId: string, id: string) {
  const [row] = await db
    .select(mine)
    .from(rewards)
    .innerJoin(cases, eq(cases.id, rewards.caseId))
    .where(and(eq(rewards.personId, personId), eq(rewards.id, id)))
  return row
}

/** What lies in each account of a person, by the ledger and nothing else. */
export const listBalances = async (db: Db, personId: string) => {
  const { rows } = (await db.execute(sql`select account, unit, sum(amount)::int as amount from (
      select to_account as account, unit, amount from ${rewardLedger} where person_id = ${personId}
      union all select from_account, unit, -amount from ${rewardLedger} where person_id = ${personId}
    ) sides group by account, unit`)) as unknown as { rows: { account: string; unit: string; amount: number }[] }
  return rows
}

export async function findPayee(db: Db, personId: string) {
  const [row] = await db
    .select({ way: rewardPayees.way, name: rewardPayees.name })
    .from(rewardPayees)
    .where(eq(rewardPayees.personId, personId))
  return row
}

const approver = alias(people, 'approver')
const held = (db: Db, who: Actor, where: SQL | undefined) =>
  db
    .select({
      ...mine,
      caseNumber: cases.number,
      categoryZh: categories.zh,
      personName: people.name,
      ruleZh: sql<string>`coalesce(${rewardRules.zh}, '')`,
      approvedBy: rewards.approvedBy,
      approvedByZh: sql<string>`coalesce(${approver.name}, '')`,
      payeeWay: rewardPayees.way,
      objections: sql<string[]>`(select coalesce(json_agg(b.words order by b.at desc), '[]'::json)
        from ${rewardObjections} b join ${rewards} s on s.id = b.reward_id where s.case_id = "rewards"."case_id")`,
    })
    .from(rewards)
    .innerJoin(cases, and(eq(cases.id, rewards.caseId), visibleTo(who)))
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .innerJoin(people, eq(people.id, rewards.personId))
    .leftJoin(approver, eq(approver.id, rewards.approvedBy))
    .leftJoin(rewardRules, eq(rewardRules.id, rewards.ruleId))
    .leftJoin(rewardPayees, eq(rewardPayees.personId, rewards.personId))
    .where(where)

export const listHeld = (db: Db, who: Actor, state: RewardState, { size, cursor }: Page) =>
  held(
    db,
    who,
    and(
      eq(rewards.state, state),
      cursor
        ? or(gt(rewards.at, new Date(cursor.at)), and(eq(rewards.at, new Date(cursor.at)), gt(rewards.id, cursor.id)))
        : undefined,
    ),
  )
    .orderBy(asc(rewards.at), asc(rewards.id))
    .limit(size + 1)
export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number]

export async function findHeld(db: Db, who: Actor, id: string) {
  const [row] = await held(db, who, eq(rewards.id, id))
  return row
}

export const countHeld = (db: Db, who: Actor) =>
  db
    .select({ state: rewards.state, n: count() })
    .from(rewards)
    .innerJoin(cases, and(eq(cases.id, rewards.caseId), visibleTo(who)))
    .groupBy(rewards.state)

/** How many of these the actor may see at all. */
export async function countSeen(db: Db, who: Actor, ids: readonly string[]) {
  const [row] = await db
    .select({ n: count() })
    .from(rewards)
    .innerJoin(cases, and(eq(cases.id, rewards.caseId), visibleTo(who)))
    .where(sql`${rewards.id} in ${[...ids]}`)
  return row?.n ?? 0
}
