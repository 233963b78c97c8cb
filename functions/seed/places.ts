import { COUNTY_SEED } from '../../schema/seed/county'
import type { Line } from '../../schema/seed/demo/special'
import { type PlaceKind, storyOf } from '../../schema/seed/demo/stories'
import { findGrid } from '../../shared/grids/find'
import { readGridFile } from '../../shared/grids/import'
import type { LngLat } from '../../shared/kit/geo'
import { isRefusal } from '../../shared/kit/refusal'
import type { Dice } from './dice'

type Spot = { readonly gridId: string; readonly lng: number; readonly lat: number; readonly zh: string }
export type Place = {
  readonly gridId: string
  readonly lng: number
  readonly lat: number
  readonly accuracyM: number
  readonly addressZh: string
}

type PointFile = {
  features: { properties: { category: string; grid: string }; geometry: { coordinates: [number, number] } }[]
}

const points = (category: string, zh: string): Spot[] =>
  (COUNTY_SEED.points as PointFile).features
    .filter(({ properties }) => properties.category === category)
    .map(({ properties, geometry: { coordinates } }) => ({
      gridId: properties.grid,
      lng: coordinates[0],
      lat: coordinates[1],
      zh,
    }))

const segments = (isWanted: (zh: string) => boolean): Spot[] =>
  COUNTY_SEED.segments.filter(([, , zh]) => isWanted(zh)).map(([gridId, , zh, lng, lat]) => ({ gridId, lng, lat, zh }))

const SPOTS: Record<PlaceKind, readonly Spot[]> = {
  road: segments((zh) => /[路街]/.test(zh) && !zh.includes('滨江')),
  river: segments((zh) => zh.includes('滨江')),
  home: COUNTY_SEED.estates.map(([, gridId, zh, lng, lat]) => ({ gridId, lng, lat, zh })),
  market: points('农贸市场', '农贸市场'),
  park: points('公园', '公园'),
}

const WHERE_ZH: Record<PlaceKind, (dice: Dice) => string> = {
  road: (dice) => ` ${dice.int(2, 180)} 号`,
  river: () => '步道',
  home: (dice) => ` ${dice.int(1, 12)} 号楼`,
  market: (dice) => dice.pick(['西门', '东门', '水产区']),
  park: (dice) => dice.pick(['南门', '健身广场', '湖边']),
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
/** Roads are borders: a few steps decide which grid a place is in, so the map says it, not the segment's name. */
export function gridFinder() {
  const file = readGridFile(COUNTY_SEED.grid)
  if (isRefusal(file)) throw new Error(file.zh)
  return (point: LngLat) => {
    const grid = findGrid(file.grids, point)
    if (isRefusal(grid)) throw new Error(grid.zh)
    return grid
  }
}
export type GridAt = ReturnType<typeof gridFinder>

/** Where a line of the demo plays: where it says so, else somewhere fitting in its grid. */
export function placeOf(
  { story, grid, at, addressZh }: Pick<Line, 'story' | 'grid' | 'at' | 'addressZh'>,
  dice: Dice,
  gridAt: GridAt,
): Place {
  const accuracyM = dice.int(5, 30)
  const { place } = storyOf(story)
  const fitting = SPOTS[place].filter(({ gridId }) => gridId === grid)
  const spot = dice.pick(fitting.length > 0 ? fitting : SPOTS[place])
  const [lng, lat] = at ?? [spot.lng + (dice.next() - 0.5) * 2e-4, spot.lat + (dice.next() - 0.5) * 2e-4]
  const here = { lng: round(lng), lat: round(lat) }
  const { id: gridId, community } = gridAt(here)
  return { gridId, ...here, accuracyM, addressZh: addressZh ?? `${spot.zh}${WHERE_ZH[place](dice)} · ${community}` }
}
