import { type Refusal, refuse } from '../kit/refusal'
import { addMinutes } from '../kit/time'

/** 直传的位置: how long one is held for a photo; the link to put it there lives ten minutes at most and never outlives it. */
const PLACE_MINUTES = 20
const LINK_SECONDS_MAX = 600
/** What was still on its way when the place ended has arrived by then. */
export const PLACE_REST_MINUTES = 10

export type Place = { readonly expiresAt: Date; readonly claimedAt: Date | null }

export const placeEnds = (at: Date) => addMinutes(at, PLACE_MINUTES)

/** Seconds the link to a place may live; null where nothing is to be put there any more. */
export function linkSeconds({ expiresAt, claimedAt }: Place, at: Date): number | null {
  const left = Math.floor((expiresAt.getTime() - at.getTime()) / 1000)
  return claimedAt !== null || left < 1 ? null : Math.min(left, LINK_SECONDS_MAX)
}

/** Null: the photo that lies there may become one of the house's. */
export function whyNotClaim({ expiresAt, claimedAt }: Place, at: Date): Refusal | null {
  if (claimedAt !== null) return refuse('wrong_state', '这张照片已经传过了')
  return expiresAt <= at ? refuse('wrong_state', '这次上传已过期，请重新上传') : null
}
