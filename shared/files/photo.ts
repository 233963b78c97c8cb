import { type Refusal, refuse } from '../kit/refusal'
import { ascii, type Picture } from './bytes'
import { readJpeg } from './jpeg'
import { readPng } from './png'
import { readWebp } from './webp'

export const PHOTO_BYTES_MAX = 10 * 1024 * 1024
export const PHOTO_PIXELS_MAX = 50_000_000
export const PHOTO_MIMES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoMime = (typeof PHOTO_MIMES)[number]

/** A photo as it may be kept: pixels and colour profile only, with its size as shown (after orientation), in pixels. */
export type CleanPhoto = Picture & { readonly mime: PhotoMime }

const FORMATS: readonly {
  mime: PhotoMime
  starts: (b: Uint8Array) => boolean
  read: (b: Uint8Array) => Picture | null
}[] = [
  { mime: 'image/jpeg', starts: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff, read: readJpeg },
  { mime: 'image/png', starts: (b) => ascii(b, 1, 3) === 'PNG' && b[0] === 0x89, read: readPng },
  { mime: 'image/webp', starts: (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WEBP', read: readWebp },
]

const formatOf = (bytes: Uint8Array) => FORMATS.find(({ starts }) => starts(bytes))
export const mimeOf = (bytes: Uint8Array) => formatOf(bytes)?.mime ?? null

/** Tells a photo by its bytes, never by its name or claimed type, and takes away all that is not picture: position, device, comments, anything appended. */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | Refusal {
  if (bytes.length > PHOTO_BYTES_MAX) return refuse('too_large', '照片超过 10 MB，请压缩后再传', 'file')
  const format = formatOf(bytes)
  if (!format) return refuse('unsupported', '只能上传 JPG、PNG、WebP 照片', 'file')
  const read = format.read(bytes)
  if (read === null) return refuse('invalid', '照片不完整或已损坏，请重新拍一张', 'file')
  if (read.width < 1 || read.height < 1) return refuse('invalid', '照片尺寸有误，请重新拍一张', 'file')
  if (read.width * read.height > PHOTO_PIXELS_MAX)
    return refuse('too_large', '照片超过 5000 万像素，请缩小后再传', 'file')
  return { mime: format.mime, ...read }
}
