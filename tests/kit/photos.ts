import sharp from 'sharp'
import type { Answer, House } from './house'

export async function uploadPhoto(
  { app }: Pick<House, 'app'>,
  as: { token: string } | null,
  bytes: Uint8Array,
  key: string = crypto.randomUUID(),
): Promise<Answer> {
  const form = new FormData()
  form.set('key', key)
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'IMG_0001.JPG')
  const res = await app.request('/api/files', {
    method: 'POST',
    body: form,
    headers: as ? { authorization: `Bearer ${as.token}` } : {},
  })
  return { status: res.status, ...((await res.json()) as object) }
}

let shade = 0
/** A small real photo, different every time. */
export const aPhoto = async () => {
  shade = (shade + 1) % 200
  const create = { width: 40, height: 30, channels: 3 as const, background: { r: shade, g: 90, b: 120 } }
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer())
}
