import { count, eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedCounty } from '../../functions/seed/grids'
import { county, estates, gridDuties, grids, units } from '../../schema/grids'
import { pointCategories, points } from '../../schema/points'
import type { ChainLink, GridView } from '../../shared/grids/contract'
import { borderDistanceM, holdsPoint } from '../../shared/grids/rings'
import type { LngLat } from '../../shared/kit/geo'
import { addDays } from '../../shared/kit/time'
import { openHouse } from '../kit/house'
import { grids as shapes } from './county'

const house = await openHouse()
const { ask, db } = house
await seedCounty(db, house.now())
const reviewer = await house.person('何敏', [['reviewer']])
const citizen = await house.person('林晓岚')
const at = (lng: number | string, lat: number | string) => `/api/places?lng=${lng}&lat=${lat}`
const onXinjianRoad = at(107.380745, 33.256812)

test('the seed has exactly the county of the document, and seeding again changes nothing', async () => {
  const census = async () => ({
    county: await db.$count(county),
    grids: await db.$count(grids, eq(grids.kind, 'county_town')),
    towns: await db.$count(grids, eq(grids.kind, 'town')),
    departments: await db.$count(units, eq(units.kind, 'lead_department')),
    segmentUnits: await db.$count(units, eq(units.kind, 'segment_unit')),
    estates: await db.$count(estates),
    points: await db.$count(points),
    categories: await db.$count(pointCategories),
    duties: await db
      .select({ kind: grids.kind, tier: gridDuties.tier, rows: count() })
      .from(gridDuties)
      .innerJoin(grids, eq(grids.id, gridDuties.gridId))
      .groupBy(grids.kind, gridDuties.tier)
      .orderBy(grids.kind, gridDuties.tier),
  })
  const first = await census()
  expect(first).toEqual({
    county: 1,
    grids: 12,
    towns: 9,
    departments: 12,
    segmentUnits: 132,
    estates: 112,
    points: 139,
    categories: 28,
    duties: [
      { kind: 'county_town', tier: 1, rows: 27 },
      { kind: 'county_town', tier: 2, rows: 12 },
      { kind: 'county_town', tier: 3, rows: 132 },
      { kind: 'county_town', tier: 4, rows: 124 },
      { kind: 'town', tier: 1, rows: 9 },
      { kind: 'town', tier: 2, rows: 9 },
    ],
  })
  await seedCounty(db, addDays(house.now(), 3))
  expect(await census()).toEqual(first)
})

test('each of the 132 units holds one segment, and every segment and estate lies in its own grid', async () => {
  const { items } = (await ask(reviewer, 'GET', '/api/grids?kind=county_town')) as unknown as {
    items: { id: string; segments: number; estates: number; leaders: number }[]
  }
  const held = new Set<string | null>()
  for (const { id, ...row } of items) {
    const grid = (await ask(reviewer, 'GET', `/api/grids/${id}`)) as unknown as GridView
    const rings = shapes.find((shape) => shape.id === id)?.rings ?? []
    const segments = grid.tiers.find(({ tier }) => tier === 3)?.holders ?? []
    expect([segments.length, grid.estates.length]).toEqual([row.segments, row.estates])
    const spots = [...segments.map(({ anchor }) => anchor), ...grid.estates.map(({ position }) => position)]
    // A road may be the border itself: then its middle is as good as inside.
    const inside = (spot: LngLat) => holdsPoint(rings, spot) || borderDistanceM(spot, rings) < 2
    expect(spots.every((spot) => spot !== null && inside(spot))).toBe(true)
    for (const { unitId } of segments) held.add(unitId)
  }
  expect(held.size).toBe(132)
})

test('the county and its map come from rows, to anyone', async () => {
  expect(await ask(null, 'GET', '/api/county')).toMatchObject({
    status: 200,
    name: '云川县',
    brand: '文明云川',
    numberPrefix: 'YC',
    hotline: '12345',
    bbox: { minLng: 107.350349, maxLng: expect.any(Number) },
  })
  await db.update(county).set({ name: '青禾县' })
  expect(await ask(null, 'GET', '/api/county')).toMatchObject({ name: '青禾县' })
  const map = await ask(null, 'GET', '/api/map')
  expect(map.grids).toHaveLength(12)
  expect(map.towns).toHaveLength(9)
  expect(map.lines).toHaveLength(10)
})

test('a place answers with its grid, its name and four links; a neighbour is named to staff only', async () => {
  const open = await ask(null, 'GET', onXinjianRoad)
  expect(open).toMatchObject({
    status: 200,
    gridName: '新建网格',
    community: '新建社区',
    labelZh: '新建路附近 · 新建社区',
    chain: [
      { tier: 1, zh: '包片领导', vacant: false, whyZh: '落在新建网格，由 3 名县级领导包片' },
      { tier: 2, zh: '牵头部门', names: ['县卫生健康局'] },
      { tier: 3, zh: '包段责任单位', names: ['县市政工程公司'], whyZh: expect.stringContaining('新建路北段，') },
      { tier: 4, zh: '中心户长', names: [expect.stringContaining('＊')] },
    ],
  })
  const chain = (await ask(citizen, 'GET', onXinjianRoad)).chain
  expect(chain).toEqual(open.chain)
  const known = ((await ask(reviewer, 'GET', onXinjianRoad)).chain as ChainLink[])[3]?.names[0]
  expect(known).toMatch(/^[^＊]{2,4}$/)
})

test('any of 500 places in the county town has four links with reasons, none vacant', async () => {
  const { minLng, maxLng, minLat, maxLat } = (await ask(null, 'GET', '/api/county')).bbox as Record<string, number>
  const anywhere = fc.tuple(
    fc.double({ min: minLng ?? 0, max: maxLng ?? 0, noNaN: true }),
    fc.double({ min: minLat ?? 0, max: maxLat ?? 0, noNaN: true }),
  )
  const inTown = anywhere.filter(([lng, lat]) => shapes.some(({ rings }) => holdsPoint(rings, { lng, lat })))
  await fc.assert(
    fc.asyncProperty(inTown, async ([lng, lat]) => {
      const { status, chain } = await ask(null, 'GET', at(lng.toFixed(9), lat.toFixed(9)))
      expect(status).toBe(200)
      for (const [i, link] of (chain as ChainLink[]).entries()) {
        expect(link).toMatchObject({ tier: i + 1, vacant: false, whyZh: expect.stringMatching(/^落在\S+网格/) })
        expect(link.names.length).toBeGreaterThan(0)
      }
      expect(chain).toHaveLength(4)
    }),
    { numRuns: 500 },
  )
})

test('a place outside is refused with the nearest grid, and bad coordinates with what is wrong', async () => {
  const outside = await ask(null, 'GET', at(107.3985, 33.245))
  expect(outside).toMatchObject({ status: 422, refused: 'invalid', field: 'position' })
  expect(outside.zh).toMatch(/^不在城区网格内，离最近的站前网格 \d+ 米/)
  for (const [lng, lat] of [
    ['NaN', '33'],
    ['abc', '33'],
    ['', '33'],
    ['107', '91'],
    ['181', '33'],
    ['1e2', '33'],
    ['Infinity', '33'],
    ['107.3%00', '33'],
    ['107', '-999'],
  ] as const) {
    expect(await ask(null, 'GET', at(lng, lat)), `${lng},${lat}`).toMatchObject({
      status: 400,
      refused: 'malformed',
      zh: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
  }
  expect(await ask(null, 'GET', '/api/places?lng=107')).toMatchObject({ status: 400, zh: '请给出纬度' })
  expect(await ask(null, 'GET', '/api/places?lng=107&lat=33&lat2=1')).toMatchObject({ status: 400 })
})
