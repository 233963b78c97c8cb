import type { ChoosePlace } from './choose-place'

/** A browser has no map of its own: the page opens ours. */
export const choosePlace: ChoosePlace | null = null
