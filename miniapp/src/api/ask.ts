import type { Endpoint } from '@shared/kit/endpoint'
import type { z } from 'zod'
import { netIsDown, netIsUp } from '../ui/net'
import { learnTime } from './clock'
import { Offline, Refused, refusalOf } from './refused'
import { type Answer, wire } from './wire'

export type Input<P extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.input<P>
  readonly body: z.input<B>
}

/** One question under a given token; `call` is what everyone else uses. */
export async function ask<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  { params, body }: Input<P, B>,
  token: string,
): Promise<z.output<R>> {
  const query = e.verb === 'GET' ? queryOf(body as object) : ''
  const path = pathOf(e.path, params as object) + query
  const answer = await heard(wire({ verb: e.verb, path, token, body: e.verb === 'GET' ? null : (body as object) }))
  return accepted(answer) as z.output<R>
}

/** Every reply tells whether there is a network, and the server's time. */
export async function heard(answer: Promise<Answer>): Promise<Answer> {
  try {
    const heard = await answer
    netIsUp()
    learnTime(heard.date)
    return heard
  } catch (err) {
    if (err instanceof Offline) netIsDown()
    throw err
  }
}

export function accepted({ status, data, requestId }: Answer): unknown {
  if (status >= 200 && status < 300 && typeof data === 'object' && data !== null) return data
  throw new Refused(refusalOf(data, status), requestId)
}

export const pathOf = (path: string, params: object) =>
  path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Readonly<Record<string, unknown>>)[name] ?? '')),
  )

export function queryOf(body: object) {
  const given = Object.entries(body).filter(([, value]) => value !== undefined && value !== null)
  if (given.length === 0) return ''
  return `?${given.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')}`
}
