import { type Refusal, refuse } from '../kit/refusal'
import type { Picture } from './bytes'
import { readJpeg } from './jpeg'
import { mimeOf, PHOTO_BYTES_MAX, type PhotoMime } from './kinds'
import { readPng } from './png'
import { readWebp } from './webp'

export const PHOTO_PIXELS_MAX = 50_000_000

/** A photo as it may be kept: pixels and colour profile only, with its size as shown (after orientation), in pixels. */
export type CleanPhoto = Picture & { readonly mime: PhotoMime }

const READERS: Record<PhotoMime, (b: Uint8Array) => Picture | null> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
}

/** Takes away all that is not picture: position, device, comments, anything appended. */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | Refusal {
  if (bytes.length > PHOTO_BYTES_MAX) return refuse('too_large', '照片超过 10 MB，请压缩后再传', 'file')
  const mime = mimeOf(bytes)
  if (mime === null) return refuse('unsupported', '只能上传 JPG、PNG、WebP 照片', 'file')
  const read = READERS[mime](bytes)
  if (read === null) return refuse('invalid', '照片不完整或已损坏，请重新拍一张', 'file')
  if (read.width < 1 || read.height < 1) return refuse('invalid', '照片尺寸有误，请重新拍一张', 'file')
  if (read.width * read.height > PHOTO_PIXELS_MAX)
    return refuse('too_large', '照片超过 5000 万像素，请缩小后再传', 'file')
  return { mime, ...read }
}
