import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { notices } from '../../../schema/notices'
import { rewardEvents, rewards } from '../../../schema/rewards'
import { REWARD_TOLD } from '../../../shared/reports/rewards/tells'
import type { Db } from '../../db/types'

/** Steps of rewards after a moment, oldest first; what earned nothing is no news. */
export const listUntoldRewards = (db: Db, after: Date, size: number) =>
  db
    .select({
      rewardId: rewardEvents.rewardId,
      version: rewardEvents.version,
      kind: rewardEvents.kind,
      note: rewardEvents.note,
      at: rewardEvents.at,
      personId: rewards.personId,
      fen: rewards.fen,
      points: rewards.points,
      number: cases.number,
    })
    .from(rewardEvents)
    .innerJoin(rewards, eq(rewards.id, rewardEvents.rewardId))
    .innerJoin(cases, eq(cases.id, rewards.caseId))
    .where(and(gte(rewardEvents.at, after), inArray(rewardEvents.kind, REWARD_TOLD), ne(rewardEvents.is, 'refused')))
    .orderBy(asc(rewardEvents.at), asc(rewardEvents.rewardId), asc(rewardEvents.version))
    .limit(size)
export type UntoldReward = Awaited<ReturnType<typeof listUntoldRewards>>[number]

/** Telling again changes nothing. */
export const recordRewardNotice = (
  db: Db,
  { rewardId, version, personId, at }: UntoldReward,
  { title, text, link }: { readonly title: string; readonly text: string; readonly link: string },
) => {
  const cause = `reward:${rewardId}:${version}`
  return db
    .insert(notices)
    .values({ id: sql`md5(${cause}::text)`, personId, cause, title, text, link, at })
    .onConflictDoNothing()
}
