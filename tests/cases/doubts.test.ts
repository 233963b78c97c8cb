import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { caseEvents } from '../../schema/cases/ledger'
import { doubtsOf } from '../../shared/cases/doubts'
import { dhashDistance, dhashOf } from '../../shared/files/dhash'
import type { Person } from '../kit/house'
import { uploadPhoto } from '../kit/photos'
import { openCounty, PLACE, UNIT } from './world'

const county = await openCounty({ pictures: sharpPictures })
const { ask, cast, report, move, file, db } = county

/** A picture of squares: `seed` gives another scene, `quality` the same scene in other bytes. */
async function scene(seed: number, quality = 80) {
  const squares = Array.from({ length: 48 }, (_, i) => {
    const shade = (Math.imul(seed * 97 + i * 31 + 7, 2_654_435_761) >>> 24) & 255
    return `<rect x="${(i % 8) * 40}" y="${Math.floor(i / 8) * 40}" width="40" height="40" fill="rgb(${shade},${shade},${shade})"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">${squares}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality }).toBuffer())
}
const upload = async (as: Person, bytes: Uint8Array) => String((await uploadPhoto(county, as, bytes)).id)

type Given = { before: Uint8Array; after: Uint8Array; at?: { lng: number; lat: number } }
/** A case reported with one picture and fed back with another. */
async function handled({ before, after, at }: Given) {
  const { id } = await report(cast.lin, { photos: [await upload(cast.lin, before)] })
  await file(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })
  await move(cast.handler, id, 'sign')
  const photos = [await upload(cast.handler, after)]
  const fed = await move(cast.handler, id, 'handle', { note: '已更换', photos, ...(at ? { position: at } : {}) })
  expect(fed).toMatchObject({ status: 200, state: 'handled' })
  return String(id)
}
const codes = async (as: Person, id: string) =>
  ((await ask(as, 'GET', `/api/cases/${id}`)).doubts as { code: string }[]).map(({ code }) => code)
/** So many metres to the north of the case. */
const north = (metres: number) => ({ lng: PLACE.lng, lat: PLACE.lat + metres / 111_195 })

test('a clean feedback from the spot has no doubt', async () => {
  const id = await handled({ before: await scene(1), after: await scene(2), at: north(40) })
  for (const who of [cast.verifier, cast.reviewer, cast.admin]) expect(await codes(who, id), who.name).toEqual([])
})

test('a feedback from farther than 50 m is doubted, and only the distance is kept of the place', async () => {
  const id = await handled({ before: await scene(3), after: await scene(4), at: north(120) })
  const { doubts } = await ask(cast.verifier, 'GET', `/api/cases/${id}`)
  expect(doubts).toEqual([{ code: 'far_feedback', zh: '反馈时手机离案件 120 米' }])
  const journal = JSON.stringify((await db.select().from(caseEvents)).filter((event) => event.caseId === id))
  expect(journal).toContain('"distanceM":120')
  expect(journal).not.toContain(String(north(120).lat))
})

test('the photo from before sent again is doubted, also when its bytes were made others', async () => {
  const again = await handled({ before: await scene(5), after: await scene(5) })
  const recoded = await handled({ before: await scene(6), after: await scene(6, 40) })
  expect(await codes(cast.verifier, again)).toEqual(['same_as_before'])
  expect(await codes(cast.reviewer, recoded)).toEqual(['same_as_before'])
})

test('a photo of another case is doubted with its number, on both sides of the loan', async () => {
  const first = await handled({ before: await scene(7), after: await scene(8) })
  const second = await handled({ before: await scene(9), after: await scene(8) })
  const { number } = await ask(cast.reviewer, 'GET', `/api/cases/${first}`)
  const { doubts } = await ask(cast.verifier, 'GET', `/api/cases/${second}`)
  expect(doubts).toEqual([{ code: 'same_as_other', zh: `整改后照片和案件 ${number} 的照片相同` }])
  expect(await codes(cast.reviewer, first)).toEqual(['same_as_other'])
})

test('a doubt stops nobody, and the distance of the check is looked at too', async () => {
  const id = await handled({ before: await scene(10), after: await scene(10), at: north(300) })
  const close = {
    conditions: ['设施完好'],
    photos: [await upload(cast.verifier, await scene(11))],
    position: north(80),
  }
  expect(await move(cast.verifier, id, 'close', close)).toMatchObject({ status: 200, state: 'closed' })
  expect(await codes(cast.admin, id)).toEqual(['far_feedback', 'far_check', 'same_as_before'])
})

test('the unit that gave the feedback, and the citizen, read no doubt', async () => {
  const id = await handled({ before: await scene(12), after: await scene(12), at: north(300) })
  for (const who of [cast.handler, cast.leader, cast.chief]) expect(await codes(who, id), who.name).toEqual([])
  const mine = JSON.stringify(await ask(cast.lin, 'GET', `/api/my-cases/${id}`))
  expect(mine).not.toContain('几乎一样')
  expect(mine).not.toMatch(/300 米|distanceM|doubts/)
})

test('a position with another move, or none at all, leaves no trace', async () => {
  const { id } = await report(cast.lin, { photos: [await upload(cast.lin, await scene(13))] })
  await move(cast.reviewer, id, 'file', { conditions: ['属于本县职责范围'], position: north(500) })
  const journal = JSON.stringify((await db.select().from(caseEvents)).filter((event) => event.caseId === id))
  expect(journal).not.toContain('distanceM')
})

test('a picture of one shade has no perceptual hash, so two dark photos are not alike', async () => {
  expect(dhashOf(new Uint8Array(72).fill(40))).toBeNull()
  const dark = { sha256: 'a', dhash: null }
  const clean = { feedbackM: null, checkM: null, elsewhere: [] }
  expect(doubtsOf({ ...clean, before: [dark], after: [{ ...dark, sha256: 'b' }] })).toEqual([])
})

test('hashes are near up to four bits and no further', () => {
  const hash = '00000000ffffffff'
  expect(dhashDistance(hash, '00000000fffffff0')).toBe(4)
  expect(dhashDistance(hash, 'ffffffff00000000')).toBe(64)
  const given = (dhash: string) => ({
    ...{ feedbackM: 50, checkM: null, elsewhere: [] },
    before: [{ sha256: 'a', dhash: hash }],
    after: [{ sha256: 'b', dhash }],
  })
  expect(doubtsOf(given('00000000fffffff0'))).toMatchObject([{ code: 'same_as_before' }])
  expect(doubtsOf(given('00000001fffffff0'))).toEqual([])
})
