import sharp from 'sharp'
import { PHOTO_PIXELS_MAX } from '../../shared/files/photo'
import type { Pictures } from '../http/deps'

const THUMB_PX = 480

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
}
