import { expect, test } from 'vitest'
import { openCounty, PLACE } from '../cases/world'

const county = await openCounty()
const { ask, key, cast, photo, report, file, caseAt, move } = county

test('the eleventh report of a day is refused with the number to call, and the next day is a new day', async () => {
  const sun = await county.person('孙多')
  const send = async () =>
    ask(sun, 'POST', '/api/reports', { key: key(), photos: [await photo(sun)], position: PLACE, categoryCode: 'A1' })
  for (let i = 0; i < 10; i++) expect(await send()).toMatchObject({ status: 200 })
  expect(await send()).toMatchObject({ status: 429, refused: 'too_many', zh: expect.stringContaining('12345') })
  const now = county.now()
  county.at(new Date(now.getTime() + 86_400_000))
  expect(await send()).toMatchObject({ status: 200 })
  county.at(now)
})

test('a report needs a photo and a place; the refusal names the field', async () => {
  const body = { key: key(), photos: [await photo(cast.lin)], position: PLACE, categoryCode: 'D1' }
  const send = (more: object) => ask(cast.lin, 'POST', '/api/reports', { ...body, key: key(), ...more })
  expect(await send({ photos: [] })).toMatchObject({ status: 400, field: 'photos', zh: '请至少拍一张照片' })
  expect(await send({ photos: Array(10).fill('x') })).toMatchObject({
    status: 400,
    field: 'photos',
    zh: '最多 9 张照片',
  })
  expect(await send({ photos: ['not-mine'] })).toMatchObject({ status: 422, field: 'photos' })
  expect(await send({ position: undefined })).toMatchObject({ status: 400, field: 'position' })
  expect(await send({ position: { lng: 400, lat: 0 } })).toMatchObject({ status: 400, zh: '经度有误' })
  expect(await send({ categoryCode: 'ZZ' })).toMatchObject({ status: 422, field: 'categoryCode' })
  expect(await send({ words: '长'.repeat(501) })).toMatchObject({ status: 400, zh: '说明最多 500 个字' })
  expect(await send({ state: 'closed' })).toMatchObject({ status: 400 })
  expect(await send({})).toMatchObject({ status: 200 })
})

test('a place outside every grid is told the nearest one and the way out', async () => {
  const far = { lng: PLACE.lng + 0.2, lat: PLACE.lat }
  const sent = await report(cast.lin, { position: far })
  expect(sent).toMatchObject({ status: 422, field: 'position', zh: expect.stringMatching(/最近的.+网格/) })
  const { towns } = (await ask(null, 'GET', '/api/map')) as unknown as { towns: { id: string; name: string }[] }
  const inTown = await report(cast.lin, { position: far, townId: towns[0]?.id })
  expect(inTown).toMatchObject({ status: 200, gridZh: towns[0]?.name })
  const { chain } = (await ask(cast.reviewer, 'GET', `/api/cases/${inTown.id}`)) as unknown as {
    chain: { vacant: boolean }[]
  }
  expect(chain.map(({ vacant }) => vacant)).toEqual([false, false, true, true])
  expect(await report(cast.lin, { position: far, townId: 'WG01' })).toMatchObject({ status: 422, field: 'townId' })
})

test('a photo belongs to one report for good', async () => {
  const shot = await photo(cast.lin)
  expect(await report(cast.lin, { photos: [shot] })).toMatchObject({ status: 200 })
  expect(await report(cast.lin, { photos: [shot] })).toMatchObject({ status: 422, field: 'photos' })
  const again = await photo(cast.lin)
  const both = await Promise.all([report(cast.lin, { photos: [again] }), report(cast.lin, { photos: [again] })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('the same problem nearby is hinted at, with a photo only once it is public, and joining counts a person once', async () => {
  const corner = { lng: PLACE.lng, lat: PLACE.lat - 0.001 }
  const { id } = await report(cast.lin, { position: corner })
  const similar = (as = cast.zhou) =>
    ask(as, 'GET', `/api/similar-cases?lng=${corner.lng + 0.0001}&lat=${corner.lat}&categoryCode=D1`)
  const hidden = (await similar()).items as { id: string; photo: unknown; mine: boolean }[]
  expect(hidden).toMatchObject([{ id, photo: null, mine: false }])
  await file(id)
  const { items: shots } = (await ask(cast.reviewer, 'GET', `/api/cases/${id}/photos`)) as unknown as {
    items: { id: string }[]
  }
  const letOut = { key: key(), photos: shots.map((one) => one.id), state: 'shown' }
  expect(await ask(cast.reviewer, 'POST', `/api/cases/${id}/photo-checks`, letOut)).toMatchObject({ status: 200 })
  const found = ((await similar()).items as typeof hidden).find((card) => card.id === id)
  expect(found).toMatchObject({ mine: false, photo: { id: expect.any(String) } })
  const join = (as = cast.zhou) => ask(as, 'POST', `/api/cases/${id}/joins`, { key: key() })
  const pressed = await Promise.all([join(), join(), join()])
  expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${id}`)).toMatchObject({ followers: 2, mine: false })
  expect((await ask(cast.reviewer, 'GET', `/api/cases/${id}/reports`)).items).toHaveLength(2)
})

test('an anonymous reporter has no name, not even for the office', async () => {
  const sent = await report(cast.lin, { identity: 'anonymous' })
  const { items } = await ask(cast.reviewer, 'GET', `/api/cases/${sent.id}/reports`)
  expect(items).toMatchObject([{ reporterZh: '匿名' }])
  expect(JSON.stringify(items)).not.toContain('林')
})

test('nothing is public before a reviewer let it out, nor when its class is private', async () => {
  const seen = async (id: unknown) => (await ask(null, 'GET', `/api/public/cases/${id}`)).status
  const waiting = await caseAt('submitted')
  expect(await seen(waiting)).toBe(404)
  await file(waiting, { isPublic: false })
  expect(await seen(waiting)).toBe(404)
  const shown = await caseAt('filed')
  expect(await seen(shown)).toBe(200)
  const dog = await report(cast.lin, { categoryCode: 'F6' })
  await file(dog.id)
  expect(await seen(dog.id)).toBe(404)
  const { items } = (await ask(null, 'GET', `/api/public/cases?lng=${PLACE.lng}&lat=${PLACE.lat}`)) as unknown as {
    items: { id: string }[]
  }
  expect(items.map((item) => item.id)).toContain(shown)
  expect(items.map((item) => item.id)).not.toContain(waiting)
  expect(await move(cast.reviewer, shown, 'dispatch', { unitId: 'U052' })).toMatchObject({ status: 200 })
})
