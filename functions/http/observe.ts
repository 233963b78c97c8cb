import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './deps'

/** Every request once: how long, how it ended, by the pattern of its address. What stands in the address itself is never written down. */
export const observe: MiddlewareHandler<Env> = async (c, next) => {
  const from = performance.now()
  await next()
  const ms = Math.round((performance.now() - from) * 10) / 10
  const { deps, requestId } = c.var
  const seen = { verb: c.req.method, path: patternOf(c), status: c.res.status, ms }
  c.header('server-timing', `app;dur=${ms}`)
  deps.metrics?.observe(seen)
  if (deps.logsRequests) deps.log({ level: 'info', requestId, ...seen })
}

/** /api/cases/:id; an address that is not there has no pattern. */
const patternOf = (c: Context<Env>) =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .findLast((path) => path !== '/*' && path !== '*') ?? 'unknown'
