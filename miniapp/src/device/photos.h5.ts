import { photoStore } from './photo-store.h5'
import type { PhotoFrom } from './photos'

/** Above this a photo is made smaller before it is kept: it travels over a phone's network. */
const LONG_SIDE_MAX = 2560
const BYTES_MAX = 3 * 1024 * 1024

/** Object URLs of photos on the screen, by reference. */
const urls = new Map<string, string>()

export async function pickPhotos(max: number, from: PhotoFrom): Promise<string[]> {
  const files = await chooseFiles(max, from)
  const blobs = await Promise.all(files.slice(0, max).map(smaller))
  return Promise.all(blobs.map((blob) => photoStore.add(blob)))
}

export async function photoSrc(ref: string): Promise<string> {
  const known = urls.get(ref)
  if (known) return known
  const blob = await photoStore.get(ref)
  if (!blob) return ''
  const url = URL.createObjectURL(blob)
  urls.set(ref, url)
  return url
}

export async function dropPhoto(ref: string): Promise<void> {
  const url = urls.get(ref)
  if (url) URL.revokeObjectURL(url)
  urls.delete(ref)
  await photoStore.remove(ref)
}

/** A browser tells of a cancelled choice only lately; an unanswered promise then simply stays behind. */
const chooseFiles = (max: number, from: PhotoFrom) =>
  new Promise<File[]>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png,image/webp'
    input.multiple = max > 1 && from !== 'camera'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    input.className = 'file-input'
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    // Safari drops the event of an input that is not in the page.
    document.querySelector('.file-input')?.remove()
    document.body.append(input)
    input.click()
  })

async function smaller(file: File): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => null)
  if (!image) return file
  const scale = Math.min(1, LONG_SIDE_MAX / Math.max(image.width, image.height))
  if (scale === 1 && file.size <= BYTES_MAX) return file
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.86))
}
