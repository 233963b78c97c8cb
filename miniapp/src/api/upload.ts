import type { Endpoint } from '@shared/kit/endpoint'
import Taro from '@tarojs/taro'
import type { z } from 'zod'
import { accepted, heard, type Input, pathOf } from './ask'
import { withSession } from './call'
import { Offline } from './refused'
import { type Answer, BASE, bearer } from './wire'

const TIMEOUT_MS = 60_000

/** Sends one kept photo to an endpoint that takes one file; `onProgress` counts to 1. */
export function upload<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
  photo: string,
  onProgress: (part: number) => void = () => {},
): Promise<z.output<R>> {
  const path = pathOf(e.path, input.params as object)
  return withSession(
    false,
    async (token) => accepted(await heard(send(path, token, input.body as object, photo, onProgress))) as z.output<R>,
  )
}

const send = (path: string, token: string, body: object, filePath: string, onProgress: (part: number) => void) =>
  new Promise<Answer>((resolve, reject) => {
    const task = Taro.uploadFile({
      url: BASE + path,
      filePath,
      name: 'file',
      formData: body,
      header: bearer(token),
      timeout: TIMEOUT_MS,
      success: ({ statusCode, data }) => resolve({ status: statusCode, data: read(data), requestId: '', date: '' }),
      fail: () => reject(new Offline()),
    })
    task.progress?.(({ progress }) => onProgress(progress / 100))
  })

/** WeChat hands over the reply of an upload as text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
