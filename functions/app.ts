import { Hono } from 'hono'
import { fileRoutes } from './files/routes'
import { gridRoutes } from './grids/routes'
import type { Deps, Env } from './http/deps'
import { headers } from './http/headers'
import { onError } from './http/refused'
import { whoIs } from './people/actions'
import { peopleRoutes } from './people/routes'
import { pointRoutes } from './points/routes'

/** Everything the server needs from the outside world comes in here; nothing below reads env or clocks. */
export function buildApp(deps: Deps) {
  const app = new Hono<Env>().onError(onError)
  app.use(headers(deps, whoIs(deps)))
  peopleRoutes(app)
  fileRoutes(app)
  gridRoutes(app)
  pointRoutes(app)
  app.notFound((c) => c.json({ refused: 'not_found', zh: '没有这个地址' }, 404))
  return app
}
