import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ascii } from '../../shared/files/bytes'
import { cleanPhoto } from '../../shared/files/photo'
import { isRefusal } from '../../shared/kit/refusal'

const GPS = { IFD0: { ImageDescription: '新建路 112 号', Make: 'phone' }, IFD3: { GPSLatitude: '33/1 15/1 0/1' } }
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1b6d8b' } })
const noisy = () =>
  sharp(
    Uint8Array.from({ length: 64 * 48 * 3 }, (_, i) => (i * 7919) % 251),
    { raw: { width: 64, height: 48, channels: 3 } },
  )
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
const clean = (bytes: Uint8Array) => {
  const photo = cleanPhoto(bytes)
  if (isRefusal(photo)) throw new Error(photo.zh)
  return photo
}

const FORMATS = {
  jpeg: () => noisy().withExif(GPS).jpeg().toBuffer(),
  'progressive jpeg': () => noisy().withExif(GPS).jpeg({ progressive: true }).toBuffer(),
  png: () => noisy().withExif(GPS).png().toBuffer(),
  'lossy webp': () => noisy().withExif(GPS).webp().toBuffer(),
  'lossless webp': () => noisy().withExif(GPS).webp({ lossless: true }).toBuffer(),
}

test.each(Object.entries(FORMATS))('%s: position and device are gone, not one pixel changes', async (_name, make) => {
  const shot = new Uint8Array(await make())
  expect((await sharp(shot).metadata()).exif).toBeDefined()
  const photo = clean(shot)
  expect(photo).toMatchObject({ width: 64, height: 48 })
  expect((await sharp(photo.bytes).metadata()).exif).toBeUndefined()
  expect(ascii(photo.bytes, 0, photo.bytes.length)).not.toContain('phone')
  expect(await pixels(photo.bytes)).toEqual(await pixels(shot))
})

test.each(Object.entries(FORMATS))('%s: what was appended behind the picture is cut off', async (_name, make) => {
  const shot = new Uint8Array(await make())
  const evil = new Uint8Array([...shot, ...new TextEncoder().encode('<script>alert(1)</script>')])
  expect(clean(evil).bytes).toEqual(clean(shot).bytes)
})

test.each(Object.entries(FORMATS))('%s: half a picture is refused', async (_name, make) => {
  const shot = new Uint8Array(await make())
  expect(cleanPhoto(shot.subarray(0, shot.length >> 1))).toMatchObject({ refused: 'invalid' })
})

test('a photo taken upright stays upright, and its size is the size people see', async () => {
  const shot = new Uint8Array(await plain(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  const photo = clean(shot)
  expect(photo).toMatchObject({ width: 20, height: 60 })
  expect((await sharp(photo.bytes).metadata()).orientation).toBe(6)
})

test.each([
  ['a page', '<html><script>1</script></html>', 'unsupported'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupported'],
  ['a GIF', 'GIF89a\x01\x00\x01\x00', 'unsupported'],
  ['a ZIP', 'PK\x03\x04', 'unsupported'],
  ['a bare JPEG start', '\xff\xd8\xff', 'invalid'],
  ['a bare PNG start', '\x89PNG\r\n\x1a\n', 'invalid'],
])('%s is not a photo', (_name, text, refused) => {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
  expect(cleanPhoto(bytes)).toMatchObject({ refused })
})

test('pixels are counted from the picture itself, so a bomb is refused before anything decodes it', async () => {
  const small = new Uint8Array(await plain(8, 8).png().toBuffer())
  const bomb = small.slice()
  new DataView(bomb.buffer).setUint32(16, 50_001)
  new DataView(bomb.buffer).setUint32(20, 1_000)
  expect(cleanPhoto(bomb)).toMatchObject({ refused: 'too_large' })
})

test('more than 10 MB is refused', () => {
  expect(cleanPhoto(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({ refused: 'too_large' })
})
