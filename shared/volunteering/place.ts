import { distanceM, type LngLat } from '../kit/geo'

/** 位置核对: advice to the leader, never a gate; where one cannot know, it says so. */
export const PLACE_VERDICTS = ['inside', 'outside', 'unknown'] as const
export type PlaceVerdict = (typeof PLACE_VERDICTS)[number]
/** All that is kept of a distance. */
export const DISTANCE_BUCKETS = ['to_100m', 'to_300m', 'to_1km', 'to_5km', 'beyond'] as const
export type DistanceBucket = (typeof DISTANCE_BUCKETS)[number]

export const DEFAULT_RADIUS_M = 300
const ACCURACY_MAX_M = 200

export type Place = {
  readonly verdict: PlaceVerdict
  readonly bucket: DistanceBucket | null
  readonly accuracyM: number | null
}

/** Coordinates go in, none come out. */
export function placeOf(
  claimed: (LngLat & { readonly accuracyM: number | null }) | null,
  spot: LngLat,
  radiusM: number,
): Place {
  const accuracyM = claimed?.accuracyM ?? null
  if (claimed === null || accuracyM === null || accuracyM > ACCURACY_MAX_M) {
    return { verdict: 'unknown', bucket: null, accuracyM: accuracyM === null ? null : Math.round(accuracyM) }
  }
  const metres = distanceM(claimed, spot)
  const verdict = metres - accuracyM <= radiusM ? 'inside' : 'outside'
  return { verdict, bucket: bucketOf(metres), accuracyM: Math.round(accuracyM) }
}

function bucketOf(metres: number): DistanceBucket {
  if (metres <= 100) return 'to_100m'
  if (metres <= 300) return 'to_300m'
  if (metres <= 1000) return 'to_1km'
  return metres <= 5000 ? 'to_5km' : 'beyond'
}
