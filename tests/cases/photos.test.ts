import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { pixelBox } from '../../shared/files/boxes'
import { uploadPhoto } from '../kit/photos'
import { openCounty } from './world'

const county = await openCounty({ pictures: sharpPictures })
const { app, ask, cast, caseAt, file, report, db, key } = county

type Photo = { id: string; kind: string; state: string; photo: { id: string; url: string }; mayCheck: boolean }
const photosOf = async (id: string, as = cast.reviewer) =>
  ((await ask(as, 'GET', `/api/cases/${id}/photos`)).items ?? []) as Photo[]
const check = (id: string, photos: string[], state: string, boxes: object[] = [], as = cast.reviewer) =>
  ask(as, 'POST', `/api/cases/${id}/photo-checks`, { key: key(), photos, state, boxes })
const publicCase = (id: string) => ask(null, 'GET', `/api/public/cases/${id}`)
const open311 = async (id: string) => {
  const { rows } = (await db.execute(sql`select number from cases where id = ${id}`)) as unknown as {
    rows: { number: string }[]
  }
  const res = await app.request(`http://wenming.test/open311/v2/requests/${rows[0]?.number}.json`)
  return ((await res.json()) as { media_url: string | null }[])[0]?.media_url
}
const pixels = async (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
const bytesAt = async (url: string) => {
  const res = await app.request(url.replace(/^http:\/\/wenming\.test/, ''))
  return { status: res.status, bytes: new Uint8Array(await res.arrayBuffer()) }
}

/** Red on the left half, green on the right. */
const halves = async () => {
  const red = { create: { width: 100, height: 100, channels: 3 as const, background: { r: 255, g: 0, b: 0 } } }
  const create = { width: 200, height: 100, channels: 3 as const, background: { r: 0, g: 255, b: 0 } }
  const made = sharp({ create }).composite([{ input: red, left: 0, top: 0 }])
  return new Uint8Array(await made.jpeg({ quality: 95 }).toBuffer())
}
const shownCase = async () => {
  const uploaded = await uploadPhoto(county, cast.lin, await halves())
  const id = String((await report(cast.lin, { photos: [uploaded.id] })).id)
  await file(id)
  return { id, photoId: String(uploaded.id) }
}

test('no public place shows a photo before it was let out, and each shows it afterwards', async () => {
  const id = await caseAt('closed')
  const similar = async () =>
    JSON.stringify(await ask(cast.zhou, 'GET', '/api/similar-cases?lng=107.384641&lat=33.256894&categoryCode=D1'))
  expect(await publicCase(id)).toMatchObject({ status: 200, before: null, after: null })
  expect(JSON.stringify(await ask(null, 'GET', '/api/public/cases'))).not.toContain('/api/pictures/')
  expect(await similar()).not.toContain('/api/pictures/')
  expect(await open311(id)).toBeNull()
  const photos = await photosOf(id)
  expect(photos.map(({ kind, state }) => [kind, state])).toEqual([
    ['before', 'unchecked'],
    ['after', 'unchecked'],
    ['check', 'unchecked'],
  ])
  expect(
    await check(
      id,
      photos.map((one) => one.id),
      'shown',
    ),
  ).toMatchObject({ status: 200 })
  const { before, after } = (await publicCase(id)) as unknown as { before: Photo; after: Photo }
  expect([before.id, after.id]).toEqual([photos[0]?.id, photos[2]?.id])
  expect(await open311(id)).toContain(`/api/pictures/${photos[0]?.id}/`)
  await check(id, [before.id], 'withheld')
  expect(await publicCase(id)).toMatchObject({ before: null, after: { id: after.id } })
})

test('a follower sees what the public sees, the reporter their own photo and the result', async () => {
  const id = await caseAt('dispatched')
  expect(await ask(cast.zhou, 'POST', `/api/cases/${id}/joins`, { key: key() })).toMatchObject({
    status: 200,
    before: [],
  })
  expect((await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).before).toHaveLength(1)
  const [before] = await photosOf(id)
  await check(id, [before?.id ?? ''], 'shown')
  expect((await ask(cast.zhou, 'GET', `/api/my-cases/${id}`)).before).toHaveLength(1)
  const closed = await caseAt('closed')
  const after = async () => (await ask(cast.lin, 'GET', `/api/my-cases/${closed}`)).after
  expect(await after()).toHaveLength(2)
  await check(closed, [(await photosOf(closed))[2]?.id ?? ''], 'withheld')
  expect(await after()).toHaveLength(1)
})

test('a mask leaves nothing of what lay under it, in any size', async () => {
  const { id, photoId } = await shownCase()
  expect(await check(id, [photoId], 'masked', [{ x: -0.2, y: 0, w: 0.7, h: 1 }])).toMatchObject({ status: 200 })
  const { before } = (await publicCase(id)) as unknown as { before: { id: string; url: string; thumbUrl: string } }
  expect(before.id).not.toBe(photoId)
  const { data, info } = await pixels((await bytesAt(before.url)).bytes)
  expect([info.width, info.height]).toEqual([200, 100])
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  for (let y = 0; y < 100; y += 3) for (let x = 0; x < 92; x += 3) expect(Math.max(...at(x, y))).toBeLessThan(90)
  expect(at(180, 50)[1]).toBeGreaterThan(200)
  const thumb = await pixels((await bytesAt(before.thumbUrl)).bytes)
  expect(thumb.data[0]).toBeLessThan(90)
})

test('no public answer leads to the original; staff may open it, and it is written down who did', async () => {
  const { id, photoId } = await shownCase()
  const early = ((await check(id, [photoId], 'shown')).items as Photo[])[0]
  expect(early?.state).toBe('shown')
  await check(id, [photoId], 'masked', [{ x: 0, y: 0, w: 0.5, h: 1 }])
  const all = [
    ...[await publicCase(id), await ask(null, 'GET', '/api/public/cases'), await open311(id)],
    await (await app.request('/feeds/cases.atom')).text(),
  ]
  expect(JSON.stringify(all)).not.toContain(photoId)
  const view = (await ask(cast.reviewer, 'GET', `/api/cases/${id}`)) as unknown as { before: Photo['photo'][] }
  expect(view.before[0]?.url).not.toContain(photoId)
  const body = { key: key(), photoId }
  const opened = await ask(cast.reviewer, 'POST', `/api/cases/${id}/photo-reads`, body)
  expect((await pixels((await bytesAt(String(opened.url))).bytes)).data[0]).toBeGreaterThan(240)
  expect(await ask(cast.reviewer, 'POST', `/api/cases/${id}/photo-reads`, body)).toMatchObject({ id: photoId })
  const reads = (await db.execute(sql`select file_id, by from photo_reads`)) as unknown as { rows: object[] }
  expect(reads.rows).toEqual([{ file_id: photoId, by: cast.reviewer.id }])
  expect(await ask(cast.otherHandler, 'POST', `/api/cases/${id}/photo-reads`, { key: key(), photoId })).toMatchObject({
    status: 404,
  })
  await expect(db.execute(sql`delete from photo_reads`)).rejects.toThrow()
  await expect(db.execute(sql`update photo_checks set state = 'shown'`)).rejects.toThrow()
})

test('another mask replaces the first, whose bytes are gone, and the original stays whole', async () => {
  const { id, photoId } = await shownCase()
  await check(id, [photoId], 'masked', [{ x: 0.5, y: 0, w: 0.5, h: 1 }])
  const first = (await publicCase(id)).before as unknown as { url: string }
  expect((await bytesAt(first.url)).status).toBe(200)
  await check(id, [photoId], 'masked', [{ x: 0, y: 0, w: 0.5, h: 1 }])
  expect((await bytesAt(first.url)).status).toBe(404)
  const second = (await publicCase(id)).before as unknown as { url: string }
  const { data } = await pixels((await bytesAt(second.url)).bytes)
  expect(data[0]).toBeLessThan(90)
  expect(data[199 * 3 + 1]).toBeGreaterThan(200)
  expect(await check(id, [photoId], 'shown')).toMatchObject({ status: 200 })
  expect((await publicCase(id)).before).toMatchObject({ id: photoId })
})

test('who may check: the office all, the verifier the result; a masked picture is nobody’s photo to use', async () => {
  const id = await caseAt('handled')
  const [before, after] = await photosOf(id)
  const [b, a] = [before?.id ?? '', after?.id ?? '']
  expect(await check(id, [b], 'shown', [], cast.verifier)).toMatchObject({ status: 403 })
  expect(await check(id, [a], 'shown', [], cast.verifier)).toMatchObject({ status: 200 })
  expect(await check(id, [a], 'shown', [], cast.ownVerifier)).toMatchObject({ status: 404 })
  expect(await check(id, [a], 'shown', [], cast.handler)).toMatchObject({ status: 403 })
  expect(await check(id, [b], 'shown', [], cast.farReviewer)).toMatchObject({ status: 404 })
  expect(await check(id, ['nothing'], 'shown')).toMatchObject({ status: 422, field: 'photos' })
  expect(await check(id, [b], 'masked')).toMatchObject({ status: 422, field: 'boxes' })
  expect(await check(id, [b], 'masked', [{ x: 1.2, y: 0, w: 0.3, h: 0.3 }])).toMatchObject({ status: 422 })
  expect(await check(id, [b, a], 'masked', [{ x: 0, y: 0, w: 1, h: 1 }])).toMatchObject({ status: 422 })
  const masked = (await check(id, [b], 'masked', [{ x: 0, y: 0, w: 1, h: 1 }])) as unknown as { items: Photo[] }
  const maskedId = /pictures\/([^/]+)\//.exec(masked.items[0]?.photo.url ?? '')?.[1] ?? ''
  const used = await ask(cast.reviewer, 'POST', `/api/cases/${await caseAt('submitted')}/transitions`, {
    ...{ key: key(), move: 'ask_more', note: '请补充', photos: [maskedId] },
  })
  expect(used).toMatchObject({ status: 422, field: 'photos' })
})

test('a photo that a telling or a letter holds is not free for a move', async () => {
  const id = await caseAt('processing')
  const taken = await county.photo(cast.handler)
  await db.execute(sql`insert into report_photos (file_id, report_id, ordinal)
    select ${taken}, id, 0 from reports where case_id = ${id} limit 1`)
  expect(await county.move(cast.handler, id, 'handle', { note: '好了', photos: [taken] })).toMatchObject({
    status: 422,
  })
})

test('a server without a decoder says that it cannot mask, and withholding still works', async () => {
  const edge = await openCounty()
  const id = await edge.caseAt('filed')
  const items = (await edge.ask(edge.cast.reviewer, 'GET', `/api/cases/${id}/photos`)).items as unknown as Photo[]
  const body = { key: key(), photos: [items[0]?.id], state: 'masked', boxes: [{ x: 0, y: 0, w: 1, h: 1 }] }
  const path = `/api/cases/${id}/photo-checks`
  expect(await edge.ask(edge.cast.reviewer, 'POST', path, body)).toMatchObject({
    status: 503,
    zh: expect.stringContaining('不能给照片打码'),
  })
  expect(
    await edge.ask(edge.cast.reviewer, 'POST', path, { ...body, key: key(), state: 'withheld', boxes: [] }),
  ).toMatchObject({ status: 200 })
})

test('any box is cut to whole pixels of the picture', () => {
  const share = fc.double({ min: -1, max: 2, noNaN: true })
  const size = fc.double({ min: 0, max: 3, noNaN: true })
  const side = fc.integer({ min: 1, max: 9000 })
  fc.assert(
    fc.property(fc.record({ x: share, y: share, w: size, h: size }), side, side, (box, width, height) => {
      const cut = pixelBox(box, width, height)
      if (cut === null)
        return box.w <= 0 || box.h <= 0 || box.x >= 1 || box.y >= 1 || box.x + box.w <= 0 || box.y + box.h <= 0
      const whole = [cut.left, cut.top, cut.width, cut.height].every(Number.isInteger)
      const inside = cut.left >= 0 && cut.top >= 0 && cut.left + cut.width <= width && cut.top + cut.height <= height
      // Nothing of the box that lies in the picture is left bare.
      const covers =
        cut.left <= Math.max(0, box.x * width) &&
        cut.left + cut.width >= Math.min(width, (box.x + box.w) * width) - 1e-6
      return whole && inside && covers && cut.width > 0 && cut.height > 0
    }),
    { numRuns: 1000 },
  )
})
