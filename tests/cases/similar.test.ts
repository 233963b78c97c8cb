import { expect, test } from 'vitest'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { openCounty, PLACE } from './world'

const county = await openCounty()
const { ask, cast, report, move, caseAt } = county
type Card = {
  isTwin: boolean
  id: string
  distanceM: number
  followers: number
  photo: unknown
  day: string
}
const similar = async (as: typeof cast.lin, id: unknown) => {
  const { status, items } = await ask(as, 'GET', `/api/cases/${id}/similar`)
  return { status, items: items as Card[] }
}
const step = (metres: number) => ({ position: { lng: PLACE.lng, lat: PLACE.lat + metres / 111_320, accuracyM: 8 } })

test('the office sees which cases near by are likely the same problem, the nearest first and itself not', async () => {
  const { id } = await report()
  const { id: far } = await report(cast.zhou, step(20))
  const { id: near } = await report(cast.zhou, step(8))
  await report(cast.zhou, { categoryCode: 'A1' })
  await report(cast.zhou, step(900))
  const { items } = await similar(cast.reviewer, id)
  expect(items.map((card) => card.id)).toEqual([near, far])
  expect(items[0]).toMatchObject({ distanceM: 8, followers: 1, day: '2026-06-15', title: expect.any(String) })
  expect(items[0]?.photo).toMatchObject({ thumbUrl: expect.any(String) })
})

test('a merged case is not offered, and there are never more than five', async () => {
  const { id } = await report(cast.lin, { categoryCode: 'D2' })
  const others = []
  for (let i = 0; i < 7; i++) others.push(String((await report(cast.zhou, { categoryCode: 'D2', ...step(i) })).id))
  expect((await similar(cast.reviewer, id)).items.map((card) => card.id)).toEqual(others.slice(0, 5))
  expect(await move(cast.reviewer, others[0], 'merge', { masterId: id })).toMatchObject({ status: 200 })
  expect((await similar(cast.reviewer, id)).items.map((card) => card.id)).toEqual(others.slice(1, 6))
})

test('whoever may not see the case gets nothing of it, and of the others only what they may see', async () => {
  const id = await caseAt('submitted')
  expect(await similar(cast.farReviewer, id)).toMatchObject({ status: 404 })
  expect(await similar(cast.handler, id)).toMatchObject({ status: 403 })
  expect(await similar(cast.lin, id)).toMatchObject({ status: 403 })
})

test('the journal of a merged case says where it went', async () => {
  const { id, number } = await report(cast.lin, { categoryCode: 'D3' })
  const { id: other } = await report(cast.zhou, { categoryCode: 'D3' })
  const merged = await move(cast.reviewer, other, 'merge', { masterId: id })
  expect(merged.events).toMatchObject([{ kind: 'merge', detail: `并入 ${number}` }, { kind: 'report' }])
})

test('the same picture is offered whatever its class and however far, before all that is merely near', async () => {
  const bytes = await aPhoto()
  const send = async (as: typeof cast.lin, more: object) => {
    const { id } = await uploadPhoto(county, as, bytes)
    return report(as, { ...more, photos: [id] })
  }
  const { id } = await send(cast.lin, { categoryCode: 'D4' })
  const { id: near } = await report(cast.zhou, { categoryCode: 'D4', ...step(3) })
  const { id: twin } = await send(cast.zhou, { categoryCode: 'E1', ...step(900) })
  const { items } = await similar(cast.reviewer, id)
  expect(items.map((card) => card.id)).toEqual([twin, near])
  expect(items.map((card) => card.isTwin)).toEqual([true, false])
})
