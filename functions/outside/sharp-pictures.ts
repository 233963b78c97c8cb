import sharp, { type OverlayOptions } from 'sharp'
import { type MaskBox, pixelBoxes } from '../../shared/files/boxes'
import { PHOTO_PIXELS_MAX } from '../../shared/files/photo'
import type { Pictures } from '../http/deps'

const THUMB_PX = 480
/** A public picture is for looking at, not for print. */
const MASKED_PX = 2400
const INK = { r: 44, g: 52, b: 58 }

/** Pictures on Node. Thumbnails: upright, at most 480 px, WebP. Decoding is bounded by pixels, whatever the header claimed. */
export const sharpPictures: Pictures = {
  thumbnail: async (bytes) => {
    const small = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'truncated' })
      .rotate()
      .resize({ width: THUMB_PX, height: THUMB_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer()
    return { bytes: new Uint8Array(small), mime: 'image/webp' }
  },
  grey: async (bytes, width, height) =>
    new Uint8Array(
      await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX })
        .flatten()
        .greyscale()
        .resize({ width, height, fit: 'fill' })
        .raw()
        .toBuffer(),
    ),
  mask: maskOf,
}

/** Solid boxes: blurred or coarse ones can be guessed back. Painted on the pixels before any of them is encoded. */
async function maskOf(bytes: Uint8Array, boxes: readonly MaskBox[]) {
  const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'truncated' })
    .rotate()
    .flatten()
    .toColourspace('srgb')
    .resize({ width: MASKED_PX, height: MASKED_PX, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const painted = pixelBoxes(boxes, width, height)
  if (painted.length === 0) return null
  const composite = painted.map(
    (box): OverlayOptions => ({
      input: { create: { width: box.width, height: box.height, channels: 3, background: INK } },
      left: box.left,
      top: box.top,
    }),
  )
  const made = await sharp(data, { raw: { width, height, channels } })
    .composite(composite)
    .jpeg({ quality: 84 })
    .toBuffer()
  return { bytes: new Uint8Array(made), width, height }
}
