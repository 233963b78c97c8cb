import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { signUps } from '../../schema/volunteering/hours'
import type { Db } from '../db/types'

/** Who waits for a seat, first come first, an offer past its time among them. */
export const listWaiting = (db: Db, of: { activityId: string } | { shiftId: string }, at: Date) =>
  db
    .select({ id: signUps.id, shiftId: signUps.shiftId, postId: signUps.postId, state: signUps.state })
    .from(signUps)
    .where(
      and(
        'activityId' in of ? eq(signUps.activityId, of.activityId) : eq(signUps.shiftId, of.shiftId),
        inArray(signUps.state, ['waitlisted', 'offered']),
        sql`("sign_ups"."state" = 'waitlisted' or "sign_ups"."offer_until" <= ${at.toISOString()}::timestamptz)`,
      ),
    )
    // Whoever let an offer lapse stands at the tail, written down or not.
    .orderBy(sql`coalesce("sign_ups"."offer_until", "sign_ups"."queued_at")`, asc(signUps.id))
export type WaitingRow = Awaited<ReturnType<typeof listWaiting>>[number]

/** 1 for whoever is next; null for whoever does not wait. */
export function placeIn(waiting: readonly WaitingRow[], signUpId: string) {
  const me = waiting.find(({ id }) => id === signUpId)
  if (!me) return null
  return waiting.filter(({ shiftId }) => shiftId === me.shiftId).indexOf(me) + 1
}

/**
 * Seats that only an offer past its time holds, and that nobody in the queue will get: free to whoever asks.
 * Until a write of the shift says so too, the counter still has them taken. `passes`: an offer could still be made.
 */
export function lapsedSeats(waiting: readonly WaitingRow[], shiftId: string, passes: boolean) {
  const here = waiting.filter((row) => row.shiftId === shiftId)
  const lapsed = here.filter(({ state }) => state === 'offered')
  const heirs = passes ? here.length - lapsed.length : 0
  return lapsed.slice(0, Math.max(0, lapsed.length - heirs)).map(({ postId }) => postId)
}
