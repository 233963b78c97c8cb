import type { Hono } from 'hono'
import type { Env } from './deps'

const READY_MS = 2_000

/** For whoever runs the house: alive, ready for work, which version, and its counts. None of them tells anything about a person. */
export function healthRoutes(app: Hono<Env>) {
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const { probes } = c.var.deps
    const checks = await Promise.all(
      Object.entries(probes).map(async ([name, probe]) => [name, await answers(probe)] as const),
    )
    const isReady = checks.every(([, is]) => is)
    c.header('cache-control', 'no-store')
    return c.json({ ready: isReady, ...Object.fromEntries(checks) }, isReady ? 200 : 503)
  })
  app.get('/version', (c) => {
    c.header('cache-control', 'no-store')
    return c.json({ version: c.var.deps.version })
  })
  app.get('/metrics', async (c) => {
    const { metrics, metricsToken } = c.var.deps
    if (!metrics || metricsToken === '' || c.req.header('authorization') !== `Bearer ${metricsToken}`)
      return c.notFound()
    return c.body(await metrics.text(), 200, { 'content-type': metrics.type, 'cache-control': 'no-store' })
  })
}

/** Within two seconds and without an error. */
async function answers(probe: () => Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), READY_MS)
  })
  const is = await Promise.race([
    probe().then(
      () => true as const,
      () => false as const,
    ),
    late,
  ])
  clearTimeout(timer)
  return is
}
