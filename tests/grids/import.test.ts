import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { COUNTY_SEED } from '../../schema/seed/county'
import { checkCover } from '../../shared/grids/cover'
import { readGridFile } from '../../shared/grids/import'
import { holdsPoint } from '../../shared/grids/rings'
import { distanceM } from '../../shared/kit/geo'
import { grids, lines, withRing } from './county'

const said = (copy: Parameters<typeof checkCover>[0]) => checkCover(copy)?.zh ?? ''
/** The coordinates a sentence names. */
const placesIn = (zh: string) =>
  [...zh.matchAll(/(\d+\.\d{6}),(\d+\.\d{6})/g)].map(([, lng, lat]) => ({ lng: Number(lng), lat: Number(lat) }))

test('the file of the county is read whole: 12 grids that tile, 9 roads and the river', () => {
  expect(checkCover(grids)).toBeNull()
  expect(grids).toHaveLength(12)
  expect(lines.map(({ kind }) => kind).toSorted()).toEqual(['river', ...Array(9).fill('road')])
})

/** Corners with grids all around: a border there is nobody's outer border. */
const innerCorners = grids.flatMap(({ id, name, rings }) =>
  (rings[0] ?? []).slice(1).flatMap((vertex, i) => {
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => (n * Math.PI) / 4)
    const covered = around.every((angle) => {
      const point = { lng: vertex[0] + 0.0004 * Math.cos(angle), lat: vertex[1] + 0.0004 * Math.sin(angle) }
      return grids.some((grid) => holdsPoint(grid.rings, point))
    })
    return covered ? [{ id, name, at: i + 1, vertex }] : []
  }),
)

test('any inner corner moved by some metres in one grid is refused, with the grids and the place', () => {
  expect(innerCorners.length).toBeGreaterThan(100)
  const slip = fc.double({ min: 0.0002, max: 0.0005, noNaN: true })
  const sign = fc.constantFrom(-1, 1)
  fc.assert(
    fc.property(fc.constantFrom(...innerCorners), slip, slip, sign, sign, (corner, dx, dy, sx, sy) => {
      const moved: [number, number] = [corner.vertex[0] + sx * dx, corner.vertex[1] + sy * dy]
      const copy = withRing(corner.id, (ring) => {
        ring[corner.at] = moved
        if (corner.at === ring.length - 1) ring[0] = moved
        return ring
      })
      const zh = said(copy)
      expect(zh).toContain('网格没有导入：')
      expect(zh).toContain(corner.name)
      const near = placesIn(zh).map((place) => distanceM(place, { lng: corner.vertex[0], lat: corner.vertex[1] }))
      expect(Math.min(...near)).toBeLessThan(400)
    }),
    { numRuns: 60 },
  )
})

/** Three squares of about 111 by 93 metres in a row, easy to reckon with. */
const square = (id: string, x: number, y: number, width = 1, height = 1) => {
  const [west, south, east, north] = [107 + x / 1000, 33 + y / 1000, 107 + (x + width) / 1000, 33 + (y + height) / 1000]
  const rings = [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][],
  ]
  return { id, name: `${id}网格`, rings }
}

test('an overlap is told with both names, its size and its place', () => {
  const zh = said([square('甲', 0, 0), square('乙', 0.5, 0)])
  expect(zh).toMatch(/乙网格、甲网格重叠约 5\d{3} 平方米，在 107\.000750,33\.000500 附近/)
})

test('the size of an overlap is right where slanted borders cross in the open', () => {
  const diamond = (id: string, x: number) => {
    const corners = [
      [-1, 0],
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const
    const rings = [corners.map(([dx, dy]): [number, number] => [107 + (x + dx) / 1000, 33 + dy / 1000])]
    return { id, name: `${id}网格`, rings }
  }
  // Half a square of a thousandth of a degree: 111.19 m × 93.26 m / 2.
  expect(said([diamond('甲', 0), diamond('乙', 1)])).toMatch(/重叠约 518\d 平方米，在 107\.000\d+,33\.000000 附近/)
})

test('a hole between grids is told with its size and place; a bay that opens outward is none', () => {
  const frame = [square('北', 0, 2, 3), square('南', 0, 0, 3), square('西', 0, 1), square('东', 2, 1)]
  const zh = said(frame)
  expect(zh).toMatch(/之间有空白约 10\d{3} 平方米，在 107\.001500,33\.001500 附近/)
  for (const name of ['北网格', '南网格']) expect(zh).toContain(name)
  expect(checkCover(frame.filter(({ id }) => id !== '东'))).toBeNull()
})

test('a grid left out of the middle is a hole', () => {
  const without = grids.filter(({ name }) => name !== '新建网格' && name !== '鼓楼网格')
  expect(said(without)).toMatch(/之间有空白约 \d+ 平方米/)
})

test('borders that meet half way along an edge still tile', () => {
  expect(checkCover([square('长', 0, 0, 2), square('左', 0, 1), square('右', 1, 1)])).toBeNull()
})

test('a ring that crosses itself, is not closed, or is no ring is refused and says where', () => {
  const [a] = [square('甲', 0, 0)]
  const ring = a.rings[0] ?? []
  const made = (changed: [number, number][]) => said([{ ...a, rings: [changed] }])
  const [p = [0, 0], q = [0, 0], r = [0, 0], s = [0, 0]] = ring
  expect(made([p, r, q, s, p])).toMatch(/甲网格的边界在 107\.000500,33\.000500 处与自身相交/)
  expect(made([p, q, r, s])).toMatch(/没有闭合，起点 107,33，终点 107,33\.001/)
  expect(made([p, q, p])).toContain('少于 3 个点')
  expect(made([p, q, [107.0005, 33], r, s, p])).toContain('与自身相交')
  expect(made([p, q, [Number.NaN, 33], s, p])).toContain('不是经纬度')
})

test('a file that is not GeoJSON of grids is refused with where it goes wrong', () => {
  expect(readGridFile({})).toMatchObject({ refused: 'invalid' })
  const file = structuredClone(COUNTY_SEED.grid) as { features: { properties: Record<string, unknown> }[] }
  const [first, second] = file.features
  if (first) first.properties.name = 5
  expect(readGridFile(file)).toMatchObject({ zh: expect.stringContaining('features.0') })
  if (first) first.properties.name = second?.properties.name
  expect(readGridFile(file)).toMatchObject({ zh: expect.stringContaining('出现了两次') })
})
