import type { Endpoint } from '@shared/kit/endpoint'
import type { z } from 'zod'
import { ask, type Input } from './ask'
import { agreeTo, consentOf } from './consents'
import { isSignedOut } from './refused'
import { dropSession, heldToken, sessionToken } from './session'

/**
 * The one door to the server. Rejects with the server's own Chinese sentence (`Refused`) or with `Offline`.
 * Where a consent is missing its text is shown, and the very same thing is sent again after a yes.
 */
export async function call<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
): Promise<z.output<R>> {
  const send = () => withSession(e.who === 'anyone', (token) => ask(e, input, token))
  try {
    return await send()
  } catch (err) {
    const kind = consentOf(err)
    if (kind === null || !(await agreeTo(kind))) throw err
    return send()
  }
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
