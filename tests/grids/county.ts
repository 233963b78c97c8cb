import { COUNTY_SEED } from '../../schema/seed/county'
import { readGridFile } from '../../shared/grids/import'
import type { LngLat } from '../../shared/kit/geo'
import { isRefusal } from '../../shared/kit/refusal'

const read = readGridFile(COUNTY_SEED.grid)
if (isRefusal(read)) throw new Error(read.zh)
export const { grids, lines } = read

/** A copy with one grid's ring changed, as a slip of the mouse in a map editor would. */
export const withRing = (id: string, change: (ring: [number, number][]) => [number, number][]) =>
  grids.map((grid) =>
    grid.id === id ? { ...grid, rings: grid.rings.map((ring) => change(ring.map(([lng, lat]) => [lng, lat]))) } : grid,
  )

/** An independent word on who holds a point: how often a ring winds around it, by summed angles. */
export function winds(ring: readonly (readonly [number, number])[], { lng, lat }: LngLat) {
  let turned = 0
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    const [ax, ay, bx, by] = [x - lng, y - lat, nextX - lng, nextY - lat]
    turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  })
  return Math.round(turned / (2 * Math.PI)) !== 0
}
