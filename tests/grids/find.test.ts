import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findGrid } from '../../shared/grids/find'
import { borderDistanceM, boxOf, holdsPoint } from '../../shared/grids/rings'
import { isRefusal } from '../../shared/kit/refusal'
import { grids, winds } from './county'

const box = boxOf(grids.flatMap(({ rings }) => rings))
const anywhere = fc.record({
  lng: fc.double({ min: box.minLng - 0.005, max: box.maxLng + 0.005, noNaN: true }),
  lat: fc.double({ min: box.minLat - 0.005, max: box.maxLat + 0.005, noNaN: true }),
})
const holders = (point: { lng: number; lat: number }) => grids.filter(({ rings }) => holdsPoint(rings, point))

test('a coordinate inside the county town has exactly one grid, the same that winding angles give', () => {
  fc.assert(
    fc.property(anywhere, (point) => {
      const found = findGrid(grids, point)
      const wound = grids.filter(({ rings }) => rings.some((ring) => winds(ring, point)))
      if (grids.some(({ rings }) => borderDistanceM(point, rings) < 1.5)) return
      expect(wound.map(({ id }) => id)).toEqual(isRefusal(found) ? [] : [found.id])
    }),
    { numRuns: 4000 },
  )
})

test('no coordinate, on a border or off, lies in two grids', () => {
  fc.assert(
    fc.property(anywhere, (point) => holders(point).length <= 1),
    { numRuns: 4000 },
  )
})

test('a point on a border, corner or middle, inner or outer, has exactly one grid', () => {
  const edges = grids.flatMap(({ rings }) =>
    rings.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const)),
  )
  for (const [from, to] of edges) {
    for (const t of [0, 0.25, 0.5, 1 / 3, 0.9]) {
      const point = { lng: from[0] + (to[0] - from[0]) * t, lat: from[1] + (to[1] - from[1]) * t }
      expect(holders(point).length).toBeLessThanOrEqual(1)
      const grid = findGrid(grids, point)
      expect(isRefusal(grid) ? grid.zh : borderDistanceM(point, grid.rings)).toBeLessThanOrEqual(1)
    }
  }
})

test('a corner where several grids meet belongs to exactly one, and inner corners without any allowance', () => {
  const meets = new Map<string, number>()
  for (const { rings } of grids) {
    for (const vertex of rings.flatMap((ring) => ring.slice(1))) {
      meets.set(vertex.join(), (meets.get(vertex.join()) ?? 0) + 1)
    }
  }
  const triple = [...meets].filter(([, n]) => n >= 3).map(([at]) => at.split(',').map(Number))
  expect(triple.length).toBeGreaterThan(5)
  const held = triple.map(([lng = 0, lat = 0]) => holders({ lng, lat }).length)
  expect(Math.max(...held)).toBe(1)
  for (const [lng = 0, lat = 0] of triple) expect(isRefusal(findGrid(grids, { lng, lat }))).toBe(false)
})

test('outside, the answer names the nearest grid, how far it is, and a way out', () => {
  const south = findGrid(grids, { lng: 107.3985, lat: 33.245 })
  expect(south).toMatchObject({ refused: 'invalid', field: 'position' })
  expect(isRefusal(south) && south.zh).toMatch(/^不在城区网格内，离最近的站前网格 \d+ 米。请挪动图上的位置/)
  const far = findGrid(grids, { lng: 116.4, lat: 39.9 })
  expect(isRefusal(far) && far.zh).toMatch(/离最近的\S+网格 \d+\.\d 公里/)
  expect(findGrid([], { lng: 107, lat: 33 })).toMatchObject({ refused: 'unavailable' })
})
