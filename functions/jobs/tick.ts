import { sweepCases, tellCases } from '../cases/clock-actions'
import { sweepEscalations } from '../cases/escalation-actions'
import { tellSupervisions } from '../cases/supervision/sweep'
import { checkPictures } from '../files/content-actions'
import { sweepPlaces } from '../files/direct-actions'
import type { Deps } from '../http/deps'
import { tellNewDevices } from '../notices/device-actions'
import { keepHead } from '../people/audit-actions'
import { askRisks } from '../people/risks/actions'
import { tellMails } from '../reports/mail-telling'
import { sweepRewards } from '../reports/rewards/sweep-actions'
import { tellRewards } from '../reports/rewards/telling'
import { remindVolunteers } from '../volunteering/calendar/actions'
import { sweepServedCases } from '../volunteering/orders/case-served'
import { lapseOrders } from '../volunteering/orders/move-actions'
import { tellOrders } from '../volunteering/orders/telling'
import { sweepPoints } from '../volunteering/points/sweep-actions'
import { settleQueue } from '../volunteering/queue-actions'
import { tellSignUps } from '../volunteering/sign-up-telling'
import { closeAccounts } from './closing'
import { sweepRetention } from './retention'
import { sendOutbox } from './send'

/** Everything that time does, in one call: from a timer on Node, a cron trigger on the edge, or by hand. */
export async function tick(deps: Deps) {
  const swept = await sweepCases(deps)
  const told = await tellCases(deps)
  const mails = await tellMails(deps)
  const escalated = await sweepEscalations(deps)
  const supervised = await tellSupervisions(deps)
  const rewarded = await sweepRewards(deps)
  const checked = await checkPictures(deps)
  const ranked = await askRisks(deps)
  const praised = await tellRewards(deps)
  const queued = await settleQueue(deps, null)
  const invited = await tellSignUps(deps)
  const reminded = await remindVolunteers(deps)
  const credited = await sweepPoints(deps)
  const lapsed = await lapseOrders(deps)
  const served = await sweepServedCases(deps)
  const ordered = await tellOrders(deps)
  await keepHead(deps)
  await closeAccounts(deps)
  await tellNewDevices(deps)
  const sent = await sendOutbox(deps)
  const removed = (await sweepPlaces(deps)) + (await sweepRetention(deps))
  return {
    swept,
    told,
    mails,
    escalated,
    supervised,
    rewarded,
    praised,
    queued,
    invited,
    reminded,
    credited,
    lapsed,
    served,
    ordered,
    checked,
    ranked,
    sent,
    removed,
  }
}
