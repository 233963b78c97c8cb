import { addMinutes } from '../../../shared/kit/time'
import { addressIn } from '../../../shared/people/risks'
import type { Deps } from '../../http/deps'
import { claimRisks, listRisky, recordRank } from './queries'

/** WeChat knows only accounts that were active lately. */
const LATELY_MINUTES = 120
const BATCH = 20

/** 账号风险: asked after the answer was given, so that nobody waits for it; no answer is no flag. */
export async function askRisks({ db, wechat, now }: Deps): Promise<number> {
  const at = now()
  const claimed = await claimRisks(db, addMinutes(at, -LATELY_MINUTES), at, BATCH)
  for (const one of claimed) {
    const rank = await wechat.riskRank(one.openid, addressIn(one.address))
    if (rank !== null) await recordRank(db, one, rank)
  }
  return claimed.length
}

export const riskyAmong = ({ db }: Deps, subjectIds: readonly string[]) => listRisky(db, subjectIds)
