import { and, isNull, lt } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import { addDays } from '../../shared/kit/time'
import { tellCases } from '../cases/clock-actions'
import type { Deps } from '../http/deps'
import { TELL_BATCH } from '../notices/telling'
import { tellOrders } from '../volunteering/orders/telling'

/** More than the demo's past holds in batches; a bound, so that a start can never run for ever. */
const ROUNDS_MAX = 40

/** The inboxes as they would be by now: everything told, and what is older than a day read long ago. */
export async function fillInboxes(deps: Deps, at: Date) {
  for (const tell of [tellCases, tellOrders])
    for (let round = 0; round < ROUNDS_MAX; round++) if ((await tell(deps)) < TELL_BATCH) break
  await deps.db
    .update(notices)
    .set({ readAt: at })
    .where(and(isNull(notices.readAt), lt(notices.at, addDays(at, -1))))
}
