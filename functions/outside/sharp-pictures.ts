import sharp from 'sharp'
import { PHOTO_PIXELS_MAX } from '../../shared/files/photo'
import type { Pictures } from '../http/deps'

const THUMB_PX = 480

/** Thumbnails on Node: upright, at most 480 px, WebP. Decoding is bounded by pixels, whatever the header claimed. */
export const sharpPictures: Pictures = {
  thumbnail: async (bytes) => {
    const small = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'truncated' })
      .rotate()
      .resize({ width: THUMB_PX, height: THUMB_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer()
    return { bytes: new Uint8Array(small), mime: 'image/webp' }
  },
}
