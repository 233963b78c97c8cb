import { isRefusal } from '../../shared/kit/refusal'
import { offerUntil } from '../../shared/volunteering/queue'
import { decideSignUpMove, SYSTEM } from '../../shared/volunteering/sign-ups'
import type { Deps } from '../http/deps'
import { isQueueStale, listIdleSeats, readSignUpRules, recordFilling, recordSignUpMove } from './move-queries'
import { signUpNow } from './shift-view'
import { listPastOffers } from './sign-up-queries'

const BATCH = 200

/**
 * 候补 brought up to date with the clock: offers past their time go to the tail and their seats on, and a seat that lies
 * there while somebody waits is offered. Every writer does it for its shift, the timer for all; twice does no harm.
 */
export async function settleQueue(deps: Deps, shiftId: string | null): Promise<number> {
  const { db, newId } = deps
  const at = deps.now()
  if (!(await isQueueStale(db, shiftId, at))) return 0
  const rules = await readSignUpRules(db)
  const past = await listPastOffers(db, at, BATCH, shiftId)
  for (const found of past) {
    const was = signUpNow(found, found.signUpEndsAt)
    const decision = decideSignUpMove(was, SYSTEM, { move: 'lapse', note: '' }, at)
    if (isRefusal(decision)) continue
    await recordSignUpMove(db, decision, { eventId: newId(), until: offerUntil(rules, was.startsAt, at), send: null })
  }
  const idle = await listIdleSeats(db, shiftId, at)
  for (const { postId, shiftId: of, startsAt } of idle) {
    const until = offerUntil(rules, startsAt, at)
    if (until) await recordFilling(db, { shiftId: of, postId, at }, { eventId: newId(), until })
  }
  return past.length + idle.length
}

/** Until when a seat freed now is offered. */
export const untilOf = async ({ db }: Deps, startsAt: Date, at: Date) =>
  offerUntil(await readSignUpRules(db), startsAt, at)
