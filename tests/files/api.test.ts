import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { openHouse } from '../kit/house'
import { uploadPhoto } from '../kit/photos'

const house = await openHouse({ pictures: sharpPictures })
const lin = await house.person('林晓岚')
const upload = (bytes: Uint8Array, key = house.key()) => uploadPhoto(house, lin, bytes, key)
const jpeg = async (width = 900) =>
  new Uint8Array(
    await sharp({ create: { width, height: 600, channels: 3, background: '#855900' } })
      .jpeg()
      .toBuffer(),
  )

test('a photo is stored once however often it is sent under one key', async () => {
  const [bytes, key] = [await jpeg(), house.key()]
  const first = await upload(bytes, key)
  expect(first).toMatchObject({ status: 200, width: 900, height: 600 })
  expect(await upload(bytes, key)).toMatchObject({ status: 200, id: first.id })
  expect(await upload(await jpeg(901), key)).toMatchObject({ status: 409, refused: 'key_reused' })
})

test('links are signed: the photo and its thumbnail open with them and with nothing else', async () => {
  const photo = await upload(await jpeg())
  const full = await house.app.request(String(photo.url))
  expect(full.status).toBe(200)
  expect(full.headers.get('content-type')).toBe('image/jpeg')
  expect(full.headers.get('x-content-type-options')).toBe('nosniff')
  const thumb = await house.app.request(String(photo.thumbUrl))
  expect(await sharp(await thumb.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 480 })
  const url = new URL(String(photo.url), 'http://house')
  const tampered = [
    `/api/pictures/${photo.id}/full`,
    `${url.pathname}?e=${url.searchParams.get('e')}&s=${'0'.repeat(32)}`,
    `${url.pathname}?e=${Number(url.searchParams.get('e')) + 300}&s=${url.searchParams.get('s')}`,
    `${url.pathname.replace('full', 'thumb')}${url.search}`,
  ]
  for (const link of tampered) expect((await house.app.request(link)).status, link).toBeGreaterThanOrEqual(400)
})

test('a link is dead after ten minutes', async () => {
  const start = house.now()
  const { url } = await upload(await jpeg())
  house.at(new Date(start.getTime() + 10 * 60_000 + 1000))
  expect((await house.app.request(String(url))).status).toBe(404)
  house.at(start)
})

test('what is no photo is refused with a sentence, and nothing is stored', async () => {
  const before = house.files.held.size
  const answers = await Promise.all([
    upload(new TextEncoder().encode('<html></html>')),
    upload((await jpeg()).subarray(0, 500)),
    upload(new Uint8Array(11 * 1024 * 1024)),
    house.ask(lin, 'POST', '/api/files', { key: house.key() }),
  ])
  expect(answers.map(({ status, refused }) => [status, refused])).toEqual([
    [415, 'unsupported'],
    [422, 'invalid'],
    [413, 'too_large'],
    [415, 'unsupported'],
  ])
  expect(house.files.held.size).toBe(before)
})
