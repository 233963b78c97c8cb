import type { Endpoint } from '@shared/kit/endpoint'
import type { z } from 'zod'
import { photoStore } from '../device/photo-store.h5'
import { accepted, heard, type Input, pathOf } from './ask'
import { withSession } from './call'
import { Offline } from './refused'
import { answerOf, BASE, bearer } from './wire.h5'

const TIMEOUT_MS = 60_000

export function upload<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
  photo: string,
  onProgress: (part: number) => void = () => {},
): Promise<z.output<R>> {
  const path = pathOf(e.path, input.params as object)
  return withSession(false, async (token) => {
    const answer = accepted(await heard(send(path, token, input.body as object, photo)))
    onProgress(1)
    return answer as z.output<R>
  })
}

async function send(path: string, token: string, body: object, ref: string) {
  const blob = await photoStore.get(ref)
  if (!blob) throw new Error('这个文件已经不在手机里，请重新选择')
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, String(value))
  form.append('file', blob, 'photo.jpg')
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS)
  try {
    return await answerOf(
      await fetch(BASE + path, { method: 'POST', headers: bearer(token), body: form, signal: late.signal }),
    )
  } catch {
    throw new Offline()
  } finally {
    clearTimeout(timer)
  }
}
