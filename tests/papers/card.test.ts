import { sql } from 'drizzle-orm'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { openCounty } from '../cases/world'

const county = await openCounty({ press })
const { ask, caseAt, db, key } = county
const closed = await caseAt('closed')
/** A reviewer lets all photos of a case be seen. */
const letOut = async (id: string, of = county) => {
  const { items } = (await of.ask(of.cast.reviewer, 'GET', `/api/cases/${id}/photos`)) as unknown as {
    items: { id: string }[]
  }
  const body = { key: key(), photos: items.map((photo) => photo.id), state: 'shown' }
  expect(await of.ask(of.cast.reviewer, 'POST', `/api/cases/${id}/photo-checks`, body)).toMatchObject({ status: 200 })
}
const card = (id: string) => ask(null, 'GET', `http://wenming.test/api/public/cases/${id}/card`)

test('a decoder of other people reads the way to the public page from the card of a closed public case', async () => {
  expect(await card(closed)).toMatchObject({ status: 409, refused: 'wrong_state' })
  await letOut(closed)
  const answer = await card(closed)
  expect(answer).toMatchObject({ status: 200, type: 'image/png' })
  const picture = sharp(answer.bytes as Uint8Array)
  const { data, info } = await picture.clone().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([900, 1200])
  expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(
    `http://wenming.test/pages/cases/public?id=${closed}`,
  )
  const { exif, xmp } = await picture.metadata()
  expect([exif, xmp]).toEqual([undefined, undefined])
})

test('both photos and the words are on it, in their places', async () => {
  const at = async (left: number, top: number, width: number, height: number) => {
    const { bytes } = await card(closed)
    return sharp(bytes as Uint8Array)
      .extract({ left, top, width, height })
      .stats()
  }
  for (const left of [100, 560]) {
    const [red, green, blue] = (await at(left, 250, 200, 200)).channels
    // The photos of the tests are of one blue-green shade each.
    expect((blue?.mean ?? 0) - (red?.mean ?? 0)).toBeGreaterThan(20)
    expect(green?.mean).toBeGreaterThan(70)
  }
  for (const [top, height] of [
    [690, 60],
    [760, 120],
  ] as const)
    expect((await at(48, top, 500, height)).channels[0]?.stdev).toBeGreaterThan(10)
})

test('a case that is open, hidden or of a private class has no card', async () => {
  expect(await card(await caseAt('processing'))).toMatchObject({ status: 409, refused: 'wrong_state' })
  expect(await card('nothing-here')).toMatchObject({ status: 404 })
  const hidden = await caseAt('closed')
  await db.execute(sql`update cases set is_public = false where id = ${hidden}`)
  expect(await card(hidden)).toMatchObject({ status: 404 })
  const personal = await caseAt('closed')
  await db.execute(
    sql`update cases set category_code = (select code from categories where is_private limit 1) where id = ${personal}`,
  )
  expect(await card(personal)).toMatchObject({ status: 404 })
})

test('photos that cannot be read, and a platform without a press, are told in a sentence', async () => {
  const edge = await openCounty()
  const id = await edge.caseAt('closed')
  await letOut(id, edge)
  expect(await edge.ask(null, 'GET', `/api/public/cases/${id}/card`)).toMatchObject({
    status: 503,
    zh: expect.stringContaining('分享链接'),
  })
  for (const [name] of county.files.held) county.files.held.set(name, new Uint8Array([1, 2, 3]))
  expect(await card(closed)).toMatchObject({ status: 409, zh: expect.stringContaining('照片读不出来') })
  expect(county.logged).toEqual([])
})
