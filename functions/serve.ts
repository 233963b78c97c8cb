import { existsSync } from 'node:fs'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { buildApp } from './app'
import type { Deps } from './http/deps'
import { docsRoutes, siteRoutes } from './http/site'
import { tick } from './jobs/tick'
import { built } from './outside/built'
import { nodeDeps } from './outside/node-deps'
import { readSettings, type Settings } from './outside/settings'
import { docsFolder, folder } from './outside/site'
import { listDemoAccounts } from './people/actions'
import { prepare } from './seed/prepare'

const TICK_MS = 5_000
const MIGRATIONS = 'schema/migrations'

const say = (line: string) => console.log(`  ${line}`)

async function start() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  const started = performance.now()
  // Two cores: pages are built while the database is made.
  const pages = pagesOf(settings)
  pages.catch(() => {})
  say('正在打开数据库')
  const { deps, fake, close } = await nodeDeps(settings, MIGRATIONS)
  await prepare(deps, say)
  const site = folder(await pages)
  const app = buildApp(deps)
  fake?.deliverTo(app.fetch)
  docsRoutes(app, docsFolder())
  siteRoutes(app, site)
  const squeezed = new Hono().use(compress()).all('*', (c) => app.fetch(c.req.raw, c.env))
  const server = await listen(squeezed.fetch, settings)
  const timer = setInterval(ticking(deps), TICK_MS)
  stopOnSignal(async () => {
    clearInterval(timer)
    await new Promise((closed) => server.close(closed))
    await close()
  })
  await greet(deps, settings, (performance.now() - started) / 1000)
}

const pagesOf = async ({ PAGES_DIR, NODE_ENV }: Settings) =>
  PAGES_DIR || (NODE_ENV === 'production' ? 'miniapp/dist/h5' : built('h5', say))

/** One tick at a time: while the database hangs they would pile up and take every connection. */
function ticking(deps: Deps) {
  let isBusy = false
  return async () => {
    if (isBusy) return
    isBusy = true
    await tick(deps).catch((err: unknown) => deps.log({ level: 'error', job: 'tick', err }))
    isBusy = false
  }
}

/** The server once it listens; a port that is taken is a sentence, not a stack. */
const listen = (fetch: Hono['fetch'], { PORT, HOST }: Settings) =>
  new Promise<ServerType>((listening, failed) => {
    const server = serve({ fetch, port: PORT, hostname: HOST }, () => listening(server))
    server.once('error', (err: NodeJS.ErrnoException) =>
      failed(
        err.code === 'EADDRINUSE' ? new Error(`端口 ${PORT} 已被占用，请停掉占用它的程序，或设置 PORT 换一个`) : err,
      ),
    )
  })

async function greet(deps: Deps, { HOST, PORT, DEMO, DATA_DIR, DATABASE_URL }: Settings, seconds: number) {
  const at = `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`
  const lines = [
    `\n文明随手拍已启动（${seconds.toFixed(1)} 秒）`,
    `市民端      ${at}/`,
    `工作端      ${at}/staff/home/index`,
    `接口文档    ${at}/docs`,
    ...(DEMO ? ['\n演示账号（在登录页选择，不用密码）'] : []),
    ...(await listDemoAccounts(deps)).items.map(({ name, zh }) => `  ${name.padEnd(6, '　')}${zh}`),
    `\n按 Ctrl+C 停止。${DATABASE_URL ? '数据在所配的 PostgreSQL' : `数据在 ${DATA_DIR} 目录，删掉它就回到初始状态`}。`,
  ]
  console.log(lines.join('\n'))
}

/** The embedded database must be let go of, or its lock would stay. */
function stopOnSignal(stop: () => Promise<void>) {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      setTimeout(() => process.exit(1), 5_000).unref()
      void stop().finally(() => process.exit(0))
    })
  }
}

start().catch((err: unknown) => {
  console.error(`\n启动失败：${err instanceof Error ? err.message : String(err)}`)
  process.exit(1)
})
