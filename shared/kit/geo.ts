/** Positions are WGS-84 everywhere in the house; maps convert at their edge. */
export type LngLat = { readonly lng: number; readonly lat: number }
/** GeoJSON rings: the first is the outer one, closed (first point = last point). */
export type Ring = readonly (readonly [number, number])[]

const EARTH_M = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the great circle. */
export function distanceM(a: LngLat, b: LngLat) {
  const dLat = radians(b.lat - a.lat)
  const dLng = radians(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The degrees a box of `metres` around a latitude spans; for the index, before the exact distance. */
export const boxDegrees = (lat: number, metres: number) => {
  const dLat = (metres / EARTH_M) * (180 / Math.PI)
  return { dLat, dLng: dLat / Math.max(0.01, Math.cos(radians(lat))) }
}

/** Metres a degree spans at a latitude: a flat map of a county. */
export const metresPerDegree = (lat: number) => {
  const perLat = radians(1) * EARTH_M
  return { perLng: perLat * Math.cos(radians(lat)), perLat }
}

/** 38 米, 1.2 公里 */
export const distanceZh = (metres: number) =>
  metres < 1000 ? `${Math.round(metres)} 米` : `${(metres / 1000).toFixed(1)} 公里`
