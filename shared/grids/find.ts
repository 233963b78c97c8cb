import { distanceZh, type LngLat, type Ring } from '../kit/geo'
import { type Refusal, refuse } from '../kit/refusal'
import { borderDistanceM, holdsPoint, nearestOf } from './rings'

export type GridShape = { readonly id: string; readonly name: string; readonly rings: readonly Ring[] }

/** The outer border is open on its north and east side; no phone knows a metre, so a point this near is inside. */
const BORDER_M = 1

/** The one grid that holds the point; undefined outside all of them. */
export const holderOf = <G extends GridShape>(grids: readonly G[], point: LngLat): G | undefined => {
  const inside = grids.find((grid) => holdsPoint(grid.rings, point))
  if (inside) return inside
  const near = nearestGrid(grids, point)
  return near && near.metres <= BORDER_M ? near.thing : undefined
}

const nearestGrid = <G extends GridShape>(grids: readonly G[], point: LngLat) =>
  nearestOf(grids, (grid) => borderDistanceM(point, grid.rings))

/** Any coordinate of the county town has exactly one grid; outside, the answer names the nearest one. */
export function findGrid<G extends GridShape>(grids: readonly G[], point: LngLat): G | Refusal {
  const near = nearestGrid(grids, point)
  if (near === undefined) return refuse('unavailable', '还没有导入网格，暂时不能定位')
  return (
    holderOf(grids, point) ??
    refuse(
      'invalid',
      `不在城区网格内，离最近的${near.thing.name} ${distanceZh(near.metres)}。请挪动图上的位置；在镇上的问题，请拨打热线反映`,
      'position',
    )
  )
}
