import Taro from '@tarojs/taro'
import { Offline } from './refused'

export type Question = {
  readonly verb: 'GET' | 'POST'
  /** With the query, without the host. */
  readonly path: string
  readonly token: string
  readonly body: object | null
}
export type Answer = {
  readonly status: number
  readonly data: unknown
  readonly requestId: string
  /** The server's clock as the reply states it, empty where it does not. */
  readonly date: string
}

export const BASE = process.env.TARO_APP_API

const TIMEOUT_MS = 10_000

export async function wire({ verb, path, token, body }: Question): Promise<Answer> {
  const sent = Taro.request({
    url: BASE + path,
    method: verb,
    ...(body === null ? {} : { data: body }),
    header: { 'content-type': 'application/json', ...bearer(token) },
    timeout: TIMEOUT_MS,
  })
  const { statusCode, data, header } = await sent.catch(() => {
    throw new Offline()
  })
  return { status: statusCode, data, ...headersOf(header ?? {}) }
}

export const bearer = (token: string) => (token === '' ? {} : { authorization: `Bearer ${token}` })

/** Phones spell header names as they like. */
function headersOf(header: Record<string, unknown>) {
  const read = (name: string) =>
    String(Object.entries(header).find(([spelled]) => spelled.toLowerCase() === name)?.[1] ?? '')
  return { requestId: read('x-request-id'), date: read('date') }
}
