import { type SQLWrapper, sql } from 'drizzle-orm'
import { boxDegrees, type LngLat } from '../../shared/kit/geo'

type Spot = { readonly lng: SQLWrapper; readonly lat: SQLWrapper }

/** The box around a place that an index can use; the circle is cut out of it by the exact distance. */
export function inBox({ lng, lat }: Spot, at: LngLat, metres: number) {
  const { dLng, dLat } = boxDegrees(at.lat, metres)
  return sql`${lng} between ${at.lng - dLng} and ${at.lng + dLng} and ${lat} between ${at.lat - dLat} and ${at.lat + dLat}`
}

/** Metres along the great circle, as `distanceM` in shared/kit/geo. */
export const metresBetween = (a: Spot, b: Spot) => sql<number>`2 * 6371008.8 * asin(least(1, sqrt(
  power(sin(radians(${a.lat} - ${b.lat}) / 2), 2) + cos(radians(${a.lat})) * cos(radians(${b.lat}))
  * power(sin(radians(${a.lng} - ${b.lng}) / 2), 2))))`
