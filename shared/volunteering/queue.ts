import { addMinutes } from '../kit/time'
import type { SignUpState } from './sign-ups'

/** 候补规则: data of the county, in `sign_up_rules`. */
export type QueueRules = {
  /** How long an offer stands, in minutes. */
  readonly offerMinutes: number
  /** How long before the shift no offer stands any more, in minutes. */
  readonly offerLeadMinutes: number
}

/** Until when an offer made now would stand; null where the shift is too near to offer anything. */
export function offerUntil({ offerMinutes, offerLeadMinutes }: QueueRules, startsAt: Date, at: Date): Date | null {
  const last = addMinutes(startsAt, -offerLeadMinutes)
  const until = addMinutes(at, offerMinutes)
  const soonest = until < last ? until : last
  return soonest > at ? soonest : null
}

type Offered = { readonly state: SignUpState; readonly offerUntil: Date | null }

/** An offer past its time has lapsed, whether or not anybody has written that down yet. */
export const standsAs = ({ state, offerUntil }: Offered, at: Date): SignUpState =>
  state === 'offered' && offerUntil !== null && offerUntil <= at ? 'waitlisted' : state
