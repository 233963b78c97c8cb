import type { MiddlewareHandler } from 'hono'
import type { Deps, Env, WhoIs } from './deps'

/** First thing on every request: its number, and answers no browser or cache may misread. */
export const headers =
  (deps: Deps, whoIs: WhoIs): MiddlewareHandler<Env> =>
  async (c, next) => {
    const requestId = deps.newId()
    c.set('deps', deps)
    c.set('whoIs', whoIs)
    c.set('requestId', requestId)
    await next()
    c.header('x-request-id', requestId)
    // Phones set their deadlines by it: the clock of the house, not of whatever carries the answer.
    c.header('date', deps.now().toUTCString())
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    // Browsers heed it on https only.
    c.header('strict-transport-security', 'max-age=31536000')
    if (c.req.path.startsWith('/api/')) c.header('cache-control', 'no-store')
  }
