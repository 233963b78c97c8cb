import { Offline } from './refused'
import type { Answer, Question } from './wire'

export const BASE = process.env.TARO_APP_API

const TIMEOUT_MS = 10_000

export async function wire({ verb, path, token, body }: Question): Promise<Answer> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS)
  try {
    const res = await fetch(BASE + path, {
      method: verb,
      headers: { ...bearer(token), ...(body === null ? {} : { 'content-type': 'application/json' }) },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal: late.signal,
    })
    return await answerOf(res)
  } catch {
    throw new Offline()
  } finally {
    clearTimeout(timer)
  }
}

export const bearer = (token: string) => (token === '' ? {} : { authorization: `Bearer ${token}` })

/** A gateway's HTML page is an answer too: `data` is then null and the status tells. */
export const answerOf = async (res: Response): Promise<Answer> => ({
  status: res.status,
  data: await res.json().catch(() => null),
  requestId: res.headers.get('x-request-id') ?? '',
  date: res.headers.get('date') ?? '',
})
