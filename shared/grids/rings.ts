import { type LngLat, metresPerDegree, type Ring } from '../kit/geo'

type Vertex = readonly [number, number]

/**
 * Even-odd over all rings, half-open in latitude. An edge is always read from its southern end, so two grids that share it
 * compute the very same crossing and a point on it belongs to exactly one of them.
 */
export const holdsPoint = (rings: readonly Ring[], { lng, lat }: LngLat) =>
  rings.reduce((inside, ring) => inside !== crossesOddly(ring, lng, lat), false)

function crossesOddly(ring: Ring, lng: number, lat: number) {
  let odd = false
  for (const [a, b] of edgesOf(ring)) {
    const [south, north] = a[1] < b[1] ? [a, b] : [b, a]
    if (south[1] > lat || north[1] <= lat) continue
    const crossing = south[0] + ((lat - south[1]) / (north[1] - south[1])) * (north[0] - south[0])
    if (lng < crossing) odd = !odd
  }
  return odd
}

export function* edgesOf(line: Ring): Generator<readonly [Vertex, Vertex]> {
  let from: Vertex | undefined
  for (const to of line) {
    if (from) yield [from, to]
    from = to
  }
}

/** Metres from a point to a line, on the plane that touches the earth at the point: exact enough within a county. */
export function lineDistanceM(point: LngLat, line: Ring) {
  const { perLng, perLat } = metresPerDegree(point.lat)
  let nearest = Number.POSITIVE_INFINITY
  for (const [a, b] of edgesOf(line)) {
    const x = (a[0] - point.lng) * perLng
    const y = (a[1] - point.lat) * perLat
    const dx = (b[0] - a[0]) * perLng
    const dy = (b[1] - a[1]) * perLat
    const along = Math.max(0, Math.min(1, -(x * dx + y * dy) / (dx * dx + dy * dy || 1)))
    nearest = Math.min(nearest, Math.hypot(x + along * dx, y + along * dy))
  }
  return nearest
}

export const borderDistanceM = (point: LngLat, rings: readonly Ring[]) =>
  Math.min(...rings.map((ring) => lineDistanceM(point, ring)))

/** The smallest box around rings: the first thing a search by coordinate looks at. */
export function boxOf(rings: readonly Ring[]) {
  const lngs = rings.flatMap((ring) => ring.map(([lng]) => lng))
  const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat))
  return {
    minLng: Math.min(...lngs),
    minLat: Math.min(...lats),
    maxLng: Math.max(...lngs),
    maxLat: Math.max(...lats),
  }
}

/** The nearest of some things, with its distance; the first of equals. */
export function nearestOf<T>(things: readonly T[], metres: (thing: T) => number) {
  let best: { readonly thing: T; readonly metres: number } | undefined
  for (const thing of things) {
    const here = metres(thing)
    if (best === undefined || here < best.metres) best = { thing, metres: here }
  }
  return best
}
