import { addMinutes } from '../kit/time'
import { type Actor, isStaff } from './roles'

/** Minutes without a request, and minutes in all, after which a session is over. Staff sessions are short: GB/T 22239-2019 asks for an idle time-out. */
const LIMITS = { citizen: { idle: 30 * 1440, whole: 90 * 1440 }, staff: { idle: 30, whole: 12 * 60 } } as const

/** A member of staff is signed in at so many places at once: one more ends the oldest. */
const STAFF_SESSIONS_MOST = 5

export const sessionsMost = (actor: Actor) => (isStaff(actor) ? STAFF_SESSIONS_MOST : null)

export const sessionLimits = (actor: Actor, at: Date) => {
  const { idle, whole } = LIMITS[isStaff(actor) ? 'staff' : 'citizen']
  return { idleMinutes: idle, expiresAt: addMinutes(at, whole) }
}
