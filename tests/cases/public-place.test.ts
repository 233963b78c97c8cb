import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { FUZZ_MAX_M, fuzzed } from '../../shared/cases/public-place'
import { distanceM } from '../../shared/kit/geo'
import { openCounty, PLACE } from './world'

const county = await openCounty()
const { app, ask, cast, file, report, db, key } = county
const ADDRESS = '滨江花园 3 号楼 2 单元 · 新建社区'

const home = String((await report(cast.lin, { categoryCode: 'F2', addressZh: ADDRESS })).id)
await file(home)
const street = String((await report(cast.lin, { addressZh: '新建路 112 号' })).id)
await file(street)
type Placed = { id: string; lng: number; lat: number; distanceM: number | null }
const listed = async (query: string) =>
  (await ask(null, 'GET', `/api/public/cases${query}`)).items as unknown as Placed[]
const numberOf = async (id: string) =>
  ((await db.execute(sql`select number from cases where id = ${id}`)) as unknown as { rows: { number: string }[] })
    .rows[0]?.number

test('a fuzzed place is the middle of a coarse square, at least 100 m off and the same whenever it is asked', () => {
  const at = fc.record({
    lng: fc.double({ min: 107.2, max: 107.6, noNaN: true }),
    lat: fc.double({ min: 33.1, max: 33.4, noNaN: true }),
  })
  fc.assert(
    fc.property(at, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (place, draw) => {
      const moved = fuzzed(place, draw)
      const metres = distanceM(place, moved)
      return metres >= 100 && metres <= FUZZ_MAX_M && distanceM(moved, fuzzed(place, draw)) === 0
    }),
    { numRuns: 1000 },
  )
})

test('all places in one square share the same nine answers, so none of them tells where in it one is', () => {
  const draws = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const answers = (lng: number, lat: number) =>
    new Set(draws.map((draw) => fuzzed({ lng, lat }, draw)).map((one) => `${one.lng.toFixed(6)} ${one.lat.toFixed(6)}`))
  const all = new Set([...answers(107.38, 33.25), ...answers(107.3801, 33.2501), ...answers(107.3802, 33.2501)])
  expect(all.size).toBeLessThanOrEqual(9)
})

test('outside a sensitive case has a coarse place and no address, an ordinary one its own', async () => {
  const number = await numberOf(home)
  const view = (await ask(null, 'GET', `/api/public/cases/${home}`)) as unknown as Placed & { addressZh: string }
  expect(distanceM(view, PLACE)).toBeGreaterThanOrEqual(100)
  expect(view).toMatchObject({ isFuzzed: true, addressZh: expect.stringContaining('位置已模糊') })
  const [one] = (await (await app.request(`/open311/v2/requests/${number}.json`)).json()) as {
    lat: number
    long: number
  }[]
  expect([one?.lat, one?.long]).toEqual([view.lat, view.lng])
  const xml = await (await app.request(`/open311/v2/requests/${number}.xml`)).text()
  const feeds = await Promise.all(
    ['atom', 'rss'].map(async (form) => (await app.request(`/feeds/cases.${form}`)).text()),
  )
  const similar = await ask(cast.zhou, 'GET', `/api/similar-cases?lng=${PLACE.lng}&lat=${PLACE.lat}&categoryCode=F2`)
  const holds = await ask(null, 'GET', '/api/public/holds')
  for (const text of [JSON.stringify([view, similar, holds]), xml, ...feeds]) expect(text).not.toContain('3 号楼')
  expect(await ask(null, 'GET', `/api/public/cases/${street}`)).toMatchObject({ ...PLACE, isFuzzed: false })
})

test('looking nearby from many places measures the coarse place, never the true one', async () => {
  const truth = (await listed('')).find(({ id }) => id === home)
  if (!truth) throw new Error('not listed')
  for (let i = 0; i < 12; i++) {
    const from = { lng: PLACE.lng + (i - 6) * 0.0008, lat: PLACE.lat + (i % 3) * 0.0009 }
    const radiusM = 50 + i * 70
    const found = (await listed(`?lng=${from.lng}&lat=${from.lat}&radiusM=${radiusM}`)).find(({ id }) => id === home)
    const metres = distanceM(from, truth)
    expect(found?.distanceM ?? null).toEqual(metres <= radiusM ? Math.round(metres) : null)
  }
})

test('the office and the reporter have the exact place, a follower has not', async () => {
  const exact = { ...PLACE, addressZh: ADDRESS }
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${home}`)).toMatchObject(exact)
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${home}`)).toMatchObject(exact)
  const joined = await ask(cast.zhou, 'POST', `/api/cases/${home}/joins`, { key: key() })
  const path = joined.status === 200 ? `/api/my-cases/${home}` : ''
  expect(path).not.toBe('')
  expect((await ask(cast.zhou, 'GET', path)).addressZh).toContain('位置已模糊')
  expect(JSON.stringify(await ask(cast.zhou, 'GET', '/api/my-cases'))).not.toContain('3 号楼')
})

test('who only joined a sensitive case is told of its grid, whoever reported it of the place', async () => {
  const id = String((await report(cast.lin, { categoryCode: 'F2', addressZh: ADDRESS })).id)
  expect(await ask(cast.zhou, 'POST', `/api/cases/${id}/joins`, { key: key() })).toMatchObject({ status: 200 })
  await file(id)
  await tick(county.deps)
  const told = async (as: typeof cast.lin) =>
    ((await ask(as, 'GET', '/api/notices?size=50')).items as { text: string; link: string }[])
      .filter(({ link }) => link.endsWith(id))
      .map(({ text }) => text)
  const [own, joined] = [await told(cast.lin), await told(cast.zhou)]
  expect(own).toHaveLength(1)
  expect(joined).toHaveLength(1)
  expect(own[0]).toContain('滨江花园')
  expect(joined[0]).not.toContain('滨江花园')
})
