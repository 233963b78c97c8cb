import { shanghai } from '../../../shared/kit/time'
import { decideEarning, isEarned, type UnpaidReason } from '../../../shared/reports/rewards/earn'
import type { RewardRule } from '../../../shared/reports/rewards/rules'
import { brokenConstraint } from '../../db/errors'
import type { Deps } from '../../http/deps'
import { type FoundClaim, listClaims, recordEarned, recordUnpaid } from './earn-queries'
import { recordHalts, recordResumes } from './move-queries'
import { listRules } from './rule-queries'

/** Claims settled in one go; what is left waits for the next sweep. */
export const REWARD_BATCH = 200

/** The counts say why with the name of the CHECK they broke. */
const CAPPED: readonly (readonly [constraint: string, UnpaidReason])[] = [
  ['reward_counters_budget', 'budget'],
  ['reward_counters_day', 'day_cap'],
  ['reward_counters_month', 'month_cap'],
  ['reward_counters_points', 'points_cap'],
]

/** 奖励 follow their cases: late, twice or on several servers at once, each person and case ends with one row. */
export async function sweepRewards(deps: Deps): Promise<number> {
  const at = deps.now()
  await recordHalts(deps.db, { at, note: '案件重新办理' })
  await recordResumes(deps.db, { at, note: '案件再次办结' })
  const claims = await listClaims(deps.db, REWARD_BATCH)
  if (claims.length === 0) return 0
  const rules = await listRules(deps.db)
  for (const claim of claims) await settle(deps, claim, rules)
  return claims.length
}

async function settle({ db, newId, now }: Deps, found: FoundClaim, rules: readonly RewardRule[]) {
  const { day } = shanghai(new Date(found.at))
  const { caseId, personId, rank } = found
  const row = { id: newId(), caseId, personId, rank, day, at: now() }
  const answer = decideEarning({ ...found, day }, rules)
  if (!isEarned(answer)) return recordUnpaid(db, row, answer.reason)
  try {
    return await recordEarned(db, row, answer)
  } catch (err) {
    const capped = CAPPED.find(([constraint]) => brokenConstraint(err, constraint))
    if (!capped) throw err
    return recordUnpaid(db, row, capped[1])
  }
}
