import { sweepCases, tellCases } from '../cases/clock-actions'
import { sweepEscalations } from '../cases/escalation-actions'
import { tellSupervisions } from '../cases/supervision/sweep'
import type { Deps } from '../http/deps'

/** Everything that time does, in one call: from a timer on Node, a cron trigger on the edge, or by hand. */
export async function tick(deps: Deps) {
  const swept = await sweepCases(deps)
  const told = await tellCases(deps)
  const escalated = await sweepEscalations(deps)
  const supervised = await tellSupervisions(deps)
  return { swept, told, escalated, supervised }
}
