import { dhashDistance } from '../files/dhash'

/** Bits of 64 that may differ between two pictures of the same thing: another phone, another step to the side. */
const SAME_VIEW_BITS = 12

/** Whether a photo looks like one of these; a picture without a hash looks like none. */
export const looksLike = (own: string | null, others: readonly string[]) =>
  own !== null && others.some((other) => dhashDistance(own, other) <= SAME_VIEW_BITS)

type Near = { readonly sameView: boolean; readonly distanceM: number }

/** What is asked about first: what looks the same, then what is nearest. */
export const bySimilarity = (a: Near, b: Near) => Number(b.sameView) - Number(a.sameView) || a.distanceM - b.distanceM
