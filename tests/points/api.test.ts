import { expect, test } from 'vitest'
import { seedCounty } from '../../functions/seed/grids'
import { COUNTY_SEED } from '../../schema/seed/county'
import type { PointRow } from '../../shared/points/contract'
import { readPointFile } from '../../shared/points/import'
import { grids } from '../grids/county'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask } = house
await seedCounty(house.db, house.now())
const list = async (query: string) => (await ask(null, 'GET', `/api/points${query}`)).items as PointRow[]

test('anyone reads the 139 points in 28 categories, each with a grid and an owner', async () => {
  const all = await list('')
  expect(all).toHaveLength(139)
  expect(all.every(({ unitName, gridName }) => unitName !== '' && gridName.endsWith('网格'))).toBe(true)
  const { items } = (await ask(null, 'GET', '/api/point-categories')) as unknown as {
    items: { no: number; name: string; points: number }[]
  }
  expect(items).toHaveLength(28)
  expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(139)
  expect(items[2]).toEqual({ no: 3, name: '主次干道', points: 10 })
})

test('points are filtered by grid and category, and paged without loss', async () => {
  expect(await list('?gridId=WG05')).toHaveLength(17)
  const roads = await list('?categoryNo=3')
  expect(roads.map(({ category }) => category)).toEqual(Array(10).fill('主次干道'))
  expect(await list('?gridId=WG05&categoryNo=24')).toEqual([])
  const first = await ask(null, 'GET', '/api/points?size=100')
  const rest = await list(`?size=100&cursor=${String(first.next)}`)
  expect(new Set([...(first.items as PointRow[]), ...rest].map(({ id }) => id)).size).toBe(139)
})

test('a community is owned by itself, any other point by a segment unit of its grid', async () => {
  const all = await list('')
  const [mine] = all.filter(({ name }) => name === '新建社区')
  expect(mine).toMatchObject({ gridName: '新建网格', unitName: '新建社区' })
  const units = new Map(COUNTY_SEED.segments.map(([gridId, unitId]) => [unitId, gridId]))
  const others = all.filter(({ categoryNo }) => categoryNo !== 1)
  expect(others.every(({ unitId, gridId }) => units.get(unitId) === gridId)).toBe(true)
})

test('a point opens its standard, and a clause says whether a document or we ask for it', async () => {
  const { standards } = (await ask(null, 'GET', '/api/points/P03-01')) as unknown as { standards: object[] }
  expect(standards[0]).toMatchObject({ zh: '主次干道步行 300 米内公益广告不少于 5 处', sourceZh: '文件' })
  expect(standards[1]).toMatchObject({ sourceZh: '推荐', citeZh: null })
  const clauses = COUNTY_SEED.standards
  expect(new Set(clauses.map(([no]) => no)).size).toBe(28)
  expect(clauses.every(([, source, , cite]) => source !== 'document' || cite)).toBe(true)
})

test('bad filters are refused in Chinese, unknown points are 404', async () => {
  for (const query of ['categoryNo=abc', 'categoryNo=0', 'categoryNo=1.5', 'size=201', 'size=x', 'colour=red']) {
    const answer = await ask(null, 'GET', `/api/points?${query}`)
    expect(answer, query).toMatchObject({ status: 400, zh: expect.stringMatching(/[\u4e00-\u9fff]/) })
  }
  expect(await ask(null, 'GET', '/api/points/P99-99')).toMatchObject({ status: 404, zh: '没有找到这个点位' })
})

test('the import refuses a point that lies elsewhere than it says, or nowhere', () => {
  type File = { features: { properties: { grid: string }; geometry: { coordinates: number[] } }[] }
  const changed = (change: (first: File['features'][number]) => void) => {
    const file = structuredClone(COUNTY_SEED.points) as File
    for (const first of file.features.slice(0, 1)) change(first)
    return readPointFile(file, grids)
  }
  expect(changed(() => {})).toMatchObject({ points: { length: 139 } })
  const wrong = changed((point) => {
    point.properties.grid = 'WG12'
  })
  expect(wrong).toMatchObject({ refused: 'invalid', zh: '点位没有导入：北新社区写的是 WG12，实际在北新网格' })
  const away = changed((point) => {
    point.geometry.coordinates = [107.3, 33.2]
  })
  expect(away).toMatchObject({ zh: expect.stringContaining('北新社区不在城区网格内') })
  const broken = changed((point) => {
    point.geometry.coordinates = [107.3]
  })
  expect(broken).toMatchObject({ zh: expect.stringContaining('features.0.geometry') })
})

test('near a place are only the points within thirty metres, the nearest first', async () => {
  const [one] = await list('?categoryNo=3')
  if (!one) return expect.unreachable()
  const near = async (lng: number, lat: number) =>
    (await ask(null, 'GET', `/api/points/near?lng=${lng}&lat=${lat}`)).items as (PointRow & { distanceM: number })[]
  expect((await near(one.lng, one.lat))[0]).toMatchObject({ id: one.id, distanceM: 0 })
  // 0.0002 degrees of latitude are 22 metres, 0.0004 are 44.
  expect((await near(one.lng, one.lat + 0.0002)).map(({ id }) => id)).toContain(one.id)
  expect((await near(one.lng, one.lat + 0.0004)).map(({ id }) => id)).not.toContain(one.id)
  const all = await list('')
  for (const { lng, lat } of all.slice(0, 30)) {
    const found = await near(lng, lat)
    expect(found.map(({ distanceM }) => distanceM)).toEqual(
      [...found.map(({ distanceM }) => distanceM)].sort((a, b) => a - b),
    )
    expect(found.every(({ distanceM }) => distanceM <= 30)).toBe(true)
  }
  expect(await ask(null, 'GET', '/api/points/near?lng=x&lat=1')).toMatchObject({ status: 400, zh: '位置有误' })
})
