import type { Endpoint } from '@shared/kit/endpoint'
import type { z } from 'zod'
import { ask, type Input } from './ask'
import { isSignedOut } from './refused'
import { dropSession, heldToken, sessionToken } from './session'

/** The one door to the server. Rejects with the server's own Chinese sentence (`Refused`) or with `Offline`. */
export async function call<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
): Promise<z.output<R>> {
  return withSession(e.who === 'anyone', (token) => ask(e, input, token))
}

/** A session may end between two calls: it is dropped, and a phone that can sign in silently tries once more. */
export async function withSession<T>(open: boolean, act: (token: string) => Promise<T>): Promise<T> {
  const token = open ? heldToken() : await sessionToken()
  try {
    return await act(token)
  } catch (err) {
    if (token === '' || !isSignedOut(err)) throw err
    dropSession(token)
    return act(open ? '' : await sessionToken())
  }
}
