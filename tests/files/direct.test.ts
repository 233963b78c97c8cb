import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { signedForCheck } from '../../functions/files/signing'
import { siteRoutes } from '../../functions/http/site'
import { tick } from '../../functions/jobs/tick'
import { s3Direct, s3Files } from '../../functions/outside/s3-files'
import { openBucket } from '../kit/bucket'
import { openHouse, type Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { sleep } from '../kit/server'

/** Photos that phones put into the bucket by themselves, and the house that takes them from there. */
const bucket = await openBucket()
afterAll(() => bucket.close())
const files = s3Files(bucket.settings)
const direct = s3Direct(bucket.settings)
const house = await openHouse({ files, direct })
const { ask, key } = house
const lin = await house.person('林晓岚')
const zhou = await house.person('周明')

const withPosition = async () =>
  new Uint8Array(
    await sharp(await aPhoto())
      .withExif({ IFD0: { Make: 'SECRET-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 15/1 0/1' } })
      .jpeg()
      .toBuffer(),
  )
type Place = { id: string; put: { url: string; headers: Record<string, string> } | null }
const placeOf = (answer: object) => (answer as { place: Place | null }).place
const wanted = (bytes: Uint8Array, one = key()) => ({ key: one, mime: 'image/jpeg', sizeBytes: bytes.length })
const askFor = async (as: Person, bytes: Uint8Array) => {
  const place = placeOf(await ask(as, 'POST', '/api/upload-places', wanted(bytes)))
  if (!place?.put) throw new Error('no place')
  return { id: place.id, put: place.put }
}
const send = async (
  { put }: { put: NonNullable<Place['put']> },
  bytes: Uint8Array,
  more: Record<string, string> = {},
) =>
  (
    await fetch(put.url, {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { ...put.headers, ...more },
    })
  ).status
const claim = (as: Person, id: string, one = key()) => ask(as, 'POST', `/api/upload-places/${id}/claims`, { key: one })
const raw = (id: string) => files.get(`raw/${id}`)
/** As an image element does: to the bucket, by the link it is sent to. */
const look = async (url: unknown) => {
  const sent = await house.app.request(String(url))
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([302, 'no-store'])
  return fetch(String(sent.headers.get('location')))
}
const photos = async () => (await rowsOf(house.db, sql`select id from files`)).length

test('a photo put straight into the bucket is cleaned like any other; of what the camera wrote nothing is left anywhere', async () => {
  const photo = await withPosition()
  expect(Buffer.from(photo).includes('SECRET-CAMERA')).toBe(true)
  const place = await askFor(lin, photo)
  expect(new URL(place.put.url).searchParams.get('X-Amz-Expires')).toBe('600')
  expect(await send(place, photo)).toBe(200)
  expect(await raw(place.id)).not.toBeNull()
  const one = key()
  const made = await claim(lin, place.id, one)
  expect(made).toMatchObject({ status: 200, width: 40, height: 30 })
  expect(await raw(place.id)).toBeNull()
  const kept = Buffer.from(await (await look(made.url)).arrayBuffer())
  expect(kept.length).toBeGreaterThan(100)
  expect(kept.includes('SECRET-CAMERA')).toBe(false)
  const before = await photos()
  expect(await claim(lin, place.id, one)).toMatchObject({ status: 200, id: made.id })
  expect(await claim(lin, place.id)).toMatchObject({ status: 409 })
  expect(await photos()).toBe(before)
})

test('asked for again under its key it is the same place; once used there is nothing to put there', async () => {
  const photo = await aPhoto()
  const body = wanted(photo)
  const again = async () => placeOf(await ask(lin, 'POST', '/api/upload-places', body))
  const [first, second] = [await again(), await again()]
  expect(second?.id).toBe(first?.id)
  await send({ put: second?.put ?? { url: '', headers: {} } }, photo)
  const one = key()
  const made = await claim(lin, first?.id ?? '', one)
  expect(await again()).toEqual({ id: first?.id, put: null })
  expect(await claim(lin, first?.id ?? '', one)).toMatchObject({ id: made.id })
})

test('two claims at once make one photo', async () => {
  const photo = await aPhoto()
  const place = await askFor(lin, photo)
  await send(place, photo)
  const before = await photos()
  const answers = await Promise.all([claim(lin, place.id), claim(lin, place.id), claim(lin, place.id)])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await photos()).toBe(before + 1)
})

test('a place belongs to whoever asked for it', async () => {
  const photo = await aPhoto()
  const place = await askFor(lin, photo)
  await send(place, photo)
  expect(await claim(zhou, place.id)).toMatchObject({ status: 404 })
  expect(await ask(null, 'POST', `/api/upload-places/${place.id}/claims`, { key: key() })).toMatchObject({
    status: 401,
  })
  expect(await claim(lin, place.id)).toMatchObject({ status: 200 })
})

test('more bytes, another type or no signature are not taken by the bucket', async () => {
  const photo = await aPhoto()
  const place = await askFor(lin, photo)
  expect(await send(place, new Uint8Array([...photo, 0]))).toBe(403)
  expect(await send(place, photo, { 'content-type': 'text/html' })).toBe(403)
  const bare = new URL(place.put.url)
  expect(await send({ put: { ...place.put, url: `${bare.origin}${bare.pathname}` } }, photo)).toBe(403)
  expect(await raw(place.id)).toBeNull()
  expect(await claim(lin, place.id)).toMatchObject({ status: 404, zh: '照片没有传完整，请重新上传' })
})

test('too large, or no photo at all: the sentences of every upload, and the bytes are gone at once', async () => {
  const large = { key: key(), mime: 'image/jpeg', sizeBytes: 10 * 1024 * 1024 + 1 }
  expect(await ask(lin, 'POST', '/api/upload-places', large)).toMatchObject({
    status: 400,
    zh: expect.stringMatching('10 MB'),
  })
  const words = new TextEncoder().encode('<html>no photo</html>')
  const place = await askFor(lin, words)
  await send(place, words)
  expect(await claim(lin, place.id)).toMatchObject({ status: 415, zh: '只能上传 JPG、PNG、WebP 照片' })
  expect(await raw(place.id)).toBeNull()
  // A bucket that does not hold phones to the length they stated.
  const other = await askFor(lin, words)
  await files.put(`raw/${other.id}`, new Uint8Array(10 * 1024 * 1024 + 1), 'image/jpeg')
  expect(await claim(lin, other.id)).toMatchObject({ status: 413, zh: '照片超过 10 MB，请压缩后再传' })
  expect(await raw(other.id)).toBeNull()
})

test('a link that is over opens nothing, and a place that is over takes nothing', async () => {
  const { url } = await direct.putLink('raw/late', { mime: 'image/jpeg', sizeBytes: 3 }, 1)
  await sleep(2100)
  expect(await send({ put: { url, headers: { 'content-type': 'image/jpeg' } } }, new Uint8Array(3))).toBe(403)
  const photo = await aPhoto()
  const place = await askFor(lin, photo)
  await send(place, photo)
  const now = house.now()
  house.at(new Date(now.getTime() + 21 * 60_000))
  expect(await claim(lin, place.id)).toMatchObject({ status: 409, zh: '这次上传已过期，请重新上传' })
  house.at(now)
})

test('what was never claimed, and what was put there after the claim, is swept when its time is over and not before', async () => {
  const photo = await withPosition()
  const [left, used] = [await askFor(lin, photo), await askFor(lin, photo)]
  await send(left, photo)
  await send(used, photo)
  await claim(lin, used.id)
  await send(used, photo)
  await tick(house.deps)
  expect([await raw(left.id), await raw(used.id)].map((one) => one !== null)).toEqual([true, true])
  house.at(new Date(house.now().getTime() + 31 * 60_000))
  bucket.goDown(true)
  await expect(tick(house.deps)).rejects.toThrow('503')
  bucket.goDown(false)
  await tick(house.deps)
  expect([await raw(left.id), await raw(used.id)]).toEqual([null, null])
  const rows = await rowsOf<{ id: string }>(house.db, sql`select id from upload_places where cleared_at is null`)
  expect(rows).toEqual([])
  expect(await claim(lin, left.id)).toMatchObject({ status: 404 })
})

test('where the bucket is away a claim waits, and the same key brings it home', async () => {
  const photo = await aPhoto()
  const place = await askFor(lin, photo)
  await send(place, photo)
  const one = key()
  bucket.goDown(true)
  expect(await claim(lin, place.id, one)).toMatchObject({ status: 503 })
  bucket.goDown(false)
  expect(await claim(lin, place.id, one)).toMatchObject({ status: 200 })
})

test('a signed photo link leads into the bucket, for no longer than itself; the link of the content check, which lives longer, does not', async () => {
  const { id, url, thumbUrl } = await uploadPhoto(house, lin, await aPhoto())
  for (const one of [url, thumbUrl]) {
    const res = await look(one)
    expect([res.status, res.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const { searchParams } = new URL(res.url)
    expect(Number(searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(600)
    expect((await fetch(res.url.replace(/Signature=./, 'Signature=x'))).status).toBe(403)
  }
  const made = new URL(String(url), 'http://house')
  made.searchParams.set('s', 'made-up')
  expect((await house.app.request(`${made.pathname}${made.search}`)).status).toBe(404)
  const check = signedForCheck(house.deps.secret, String(id), new Date(house.now().getTime() + 3_600_000))
  const through = await house.app.request(check)
  expect([through.status, through.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

test('pages may talk to the bucket where phones may, and nowhere else', async () => {
  const policyOf = async (given: Parameters<typeof openHouse>[0]) => {
    const { app } = await openHouse(given)
    siteRoutes(app, () => ({ bytes: new Uint8Array(1), type: 'text/html', isNamedByContent: false }))
    return String((await app.request('/')).headers.get('content-security-policy'))
  }
  const { origin } = new URL(bucket.settings.endpoint)
  const open = await policyOf({ direct })
  expect(open).toContain(`connect-src 'self' ${origin};`)
  expect(open).toContain(`img-src 'self' data: blob: ${origin};`)
  const shut = await policyOf({})
  expect(shut).toContain("connect-src 'self';")
  expect(shut).not.toContain(origin)
})

test('without it nothing changes: there is no place, and a photo goes through the house', async () => {
  const plain = await openHouse()
  const ma = await plain.person('马莉')
  const photo = await aPhoto()
  expect(await plain.ask(ma, 'POST', '/api/upload-places', wanted(photo))).toEqual({ status: 200, place: null })
  expect(await uploadPhoto(plain, ma, photo)).toMatchObject({ status: 200 })
})
