import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { s3Files } from '../../functions/outside/s3-files'
import { backUp } from '../../functions/tools/backup'
import { openBucket } from '../kit/bucket'
import { openHouse } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'

/** The store of the photos against an S3 server, and the house upon it. */
const bucket = await openBucket()
afterAll(() => bucket.close())
const files = s3Files(bucket.settings)
const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)

test.each(['photos/2026-06/f1', 'photos/2026-06/f1.thumb', '照片/一 二+三'])(
  '%s goes in, comes back byte for byte, is written over, and is gone when removed; removing twice is no error',
  async (key) => {
    expect(await files.get(key)).toBeNull()
    await files.put(key, bytes, 'image/jpeg')
    expect(await files.get(key)).toEqual(bytes)
    await files.put(key, bytes.slice(0, 9), 'image/jpeg')
    expect(await files.get(key)).toEqual(bytes.slice(0, 9))
    await files.remove(key)
    await files.remove(key)
    expect(await files.get(key)).toBeNull()
  },
)

test('the largest photo there may be goes in and out', async () => {
  const large = new Uint8Array(10 * 1024 * 1024).map((_, i) => (i * 31) % 256)
  await files.put('photos/large', large, 'image/jpeg')
  expect(Buffer.compare(Buffer.from((await files.get('photos/large')) ?? []), Buffer.from(large))).toBe(0)
})

test('a wrong secret, a wrong region and a bucket that is not there are errors that pass, never a photo that is not there', async () => {
  await files.put('photos/kept', bytes, 'image/jpeg')
  for (const wrong of [{ secretAccessKey: 'other' }, { accessKeyId: 'nobody' }])
    await expect(s3Files({ ...bucket.settings, ...wrong }).get('photos/kept')).rejects.toThrow('403')
  await expect(s3Files({ ...bucket.settings, bucket: 'none' }).put('a', bytes, 'image/png')).rejects.toThrow('bucket')
  expect((await fetch(`${bucket.settings.endpoint}/photos/photos/kept`)).status).toBe(403)
})

test('a photo sent to the house lies in the bucket without its metadata, is read by a signed link only, and no longer than ten minutes', async () => {
  const house = await openHouse({ files })
  const lin = await house.person('林晓岚')
  const exif = { IFD0: { Make: 'SECRET-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 15/1 0/1' } }
  const photo = new Uint8Array(
    await sharp(await aPhoto())
      .withExif(exif)
      .jpeg()
      .toBuffer(),
  )
  expect(Buffer.from(photo).includes('SECRET-CAMERA')).toBe(true)
  const sent = await uploadPhoto(house, lin, photo)
  expect(sent).toMatchObject({ status: 200 })
  const from = house.now()
  const read = async () => house.app.request(String(sent.url))
  const kept = Buffer.from(await (await read()).arrayBuffer())
  expect(kept.length).toBeGreaterThan(100)
  expect(kept.includes('SECRET-CAMERA')).toBe(false)
  house.at(new Date(from.getTime() + 601_000))
  expect((await read()).status).toBe(404)
  house.at(from)
  bucket.goDown(true)
  expect((await read()).status).toBe(503)
  const key = crypto.randomUUID()
  const other = await aPhoto()
  expect(await uploadPhoto(house, lin, other, key)).toMatchObject({ status: 503, refused: 'unavailable' })
  bucket.goDown(false)
  expect(await uploadPhoto(house, lin, other, key)).toMatchObject({ status: 200 })

  const folder = join(mkdtempSync(join(tmpdir(), 'wenming-s3-')), 'backup')
  const { files: copied } = await backUp(house.db, files, folder, from)
  expect(copied).toEqual({ copied: 2, missing: [] })
  const stored = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
  expect(stored.some((path) => path.endsWith(String(sent.id)))).toBe(true)
  const path = stored.find((one) => one.endsWith(String(sent.id))) ?? ''
  expect(Buffer.compare(readFileSync(join(folder, 'files', path)), kept)).toBe(0)
  rmSync(join(folder, '..'), { recursive: true })
})
