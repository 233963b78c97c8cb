import { serve } from '@hono/node-server'
import { buildApp } from '../../functions/app'
import { nodeDeps } from '../../functions/outside/node-deps'
import { readSettings } from '../../functions/outside/settings'

/** The house on its own database without pages and without preparing its county again: starts quickly, for tests that kill it often. */
const settings = readSettings(process.env)
const { deps, fake } = await nodeDeps(settings, 'schema/migrations')
const app = buildApp(deps)
fake?.deliverTo(app.fetch)
serve({ fetch: app.fetch, port: settings.PORT, hostname: settings.HOST })
