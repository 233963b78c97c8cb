import { ascii } from './bytes'

/** 照片: what may be sent, told by its bytes, never by its name or claimed type. Phones read this too: it carries no reader of a format. */
export const PHOTO_BYTES_MAX = 10 * 1024 * 1024
export const PHOTO_MIMES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoMime = (typeof PHOTO_MIMES)[number]

const STARTS: Record<PhotoMime, (b: Uint8Array) => boolean> = {
  'image/jpeg': (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  'image/png': (b) => ascii(b, 1, 3) === 'PNG' && b[0] === 0x89,
  'image/webp': (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WEBP',
}

export const mimeOf = (bytes: Uint8Array) => PHOTO_MIMES.find((mime) => STARTS[mime](bytes)) ?? null
