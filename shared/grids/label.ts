import { distanceM, type LngLat, type Ring } from '../kit/geo'
import { lineDistanceM, nearestOf } from './rings'

type Road = { readonly name: string; readonly coordinates: Ring }
type Spot = LngLat & { readonly name: string }

const ROAD_M = 60
const SPOT_M = 120

/** 新建路附近 · 新建社区: a place in words, from the county's own lines and names, without a map service. */
export function placeLabel(point: LngLat, community: string, roads: readonly Road[], spots: readonly Spot[]) {
  const road = nearestOf(roads, ({ coordinates }) => lineDistanceM(point, coordinates))
  if (road && road.metres <= ROAD_M) return `${road.thing.name}附近 · ${community}`
  const spot = nearestOf(spots, (one) => distanceM(point, one))
  if (spot && spot.metres <= SPOT_M) return `${spot.thing.name}附近 · ${community}`
  return community
}
