import { sweepCases, tellCases } from '../cases/clock-actions'
import { sweepEscalations } from '../cases/escalation-actions'
import type { Deps } from '../http/deps'
import { sweepRewards } from '../reports/rewards/sweep-actions'

/** Everything that time does, in one call: from a timer on Node, a cron trigger on the edge, or by hand. */
export async function tick(deps: Deps) {
  const swept = await sweepCases(deps)
  const told = await tellCases(deps)
  const escalated = await sweepEscalations(deps)
  const rewarded = await sweepRewards(deps)
  return { swept, told, escalated, rewarded }
}
