import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { people } from '../../../schema/people'
import { rewardPayouts, rewardPayoutTakes, rewards } from '../../../schema/rewards'
import type { Cursor } from '../../../shared/kit/page'
import type { Db } from '../../db/types'

type Page = { readonly size: number; readonly cursor: Cursor | null }

const payout = {
  id: rewardPayouts.id,
  rows: rewardPayouts.rows,
  fen: rewardPayouts.fen,
  note: rewardPayouts.note,
  by: rewardPayouts.by,
  byZh: people.name,
  at: rewardPayouts.at,
  taken: sql<number>`(select count(*) from ${rewardPayoutTakes} t where t.payout_id = "reward_payouts"."id")`.mapWith(
    Number,
  ),
}

export const listPayoutRows = (db: Db, { size, cursor }: Page) =>
  db
    .select(payout)
    .from(rewardPayouts)
    .innerJoin(people, eq(people.id, rewardPayouts.by))
    .where(
      cursor
        ? or(
            lt(rewardPayouts.at, new Date(cursor.at)),
            and(eq(rewardPayouts.at, new Date(cursor.at)), lt(rewardPayouts.id, cursor.id)),
          )
        : undefined,
    )
    .orderBy(desc(rewardPayouts.at), desc(rewardPayouts.id))
    .limit(size + 1)

export async function findPayout(db: Db, id: string) {
  const [row] = await db
    .select(payout)
    .from(rewardPayouts)
    .innerJoin(people, eq(people.id, rewardPayouts.by))
    .where(eq(rewardPayouts.id, id))
  return row
}

/** As it was paid: who took it and how is kept with the reward. */
export const listPaid = (db: Db, payoutId: string) =>
  db
    .select({
      rewardId: rewards.id,
      personId: rewards.personId,
      caseNumber: cases.number,
      payeeName: sql<string>`coalesce(${rewards.payeeName}, '')`,
      payeeWay: sql<'wechat' | 'counter'>`${rewards.payeeWay}`,
      openid: sql<string>`coalesce(${people.openid}, '')`,
      fen: rewards.fen,
    })
    .from(rewards)
    .innerJoin(cases, eq(cases.id, rewards.caseId))
    .innerJoin(people, eq(people.id, rewards.personId))
    .where(eq(rewards.payoutId, payoutId))
    .orderBy(asc(rewards.at), asc(rewards.id))

export const recordTake = (db: Db, row: typeof rewardPayoutTakes.$inferInsert) =>
  db.insert(rewardPayoutTakes).values(row)
