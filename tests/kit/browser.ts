import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, BrowserContext } from 'playwright-core'
import type { Env } from '../../functions/http/deps'
import { siteRoutes } from '../../functions/http/site'
import { built } from '../../functions/outside/built'
import { folder } from '../../functions/outside/site'
import type { House } from './house'

const PHONE = { width: 390, height: 844 }
/** The built H5 and the API of a house behind one address, as in production. */
export async function serveHouse(house: House) {
  const site = new Hono<Env>()
  site.use(async (c, next) => {
    c.set('deps', house.deps)
    await next()
  })
  siteRoutes(site, folder(await built('h5')))
  const fetch = async (request: Request) =>
    new URL(request.url).pathname.startsWith('/api/') ? house.app.fetch(request) : site.fetch(request)
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => void server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, close: () => new Promise<void>((done) => void server.close(() => done())) }
}

export type PhoneGiven = {
  readonly as?: { token: string; id: string } | null
  readonly elder?: boolean
  readonly at?: { longitude: number; latitude: number } | null
  readonly width?: number
  readonly height?: number
  /** Another address that may be talked to, as a bucket is. */
  readonly friend?: string
}

/** One person's phone: its own storage, signed in or not. Requests to any other host than ours are a failure. */
export async function openPhone(browser: Browser, base: string, given: PhoneGiven = {}) {
  const { as = null, elder = false, at = null, width = PHONE.width, height = PHONE.height, friend = base } = given
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(width < 600 ? { hasTouch: true, isMobile: true } : {}),
    ...(at ? { geolocation: { ...at, accuracy: 8 }, permissions: ['geolocation'] } : {}),
  })
  const strangers: string[] = []
  await context.route(
    ({ href }) => !href.startsWith(base) && !href.startsWith(friend) && !/^(data|blob):/.test(href),
    (route) => {
      strangers.push(route.request().url())
      return route.abort()
    },
  )
  await rememberIn(context, { as, elder })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (err) => void errors.push(String(err)))
  const open = (path: string) => page.goto(base + path, { waitUntil: 'networkidle' })
  return { page, context, errors, strangers, open }
}
export type Phone = Awaited<ReturnType<typeof openPhone>>

/** Taro keeps values of a browser under `data`. Written once, so that what the page changes later stays changed. */
const rememberIn = (context: BrowserContext, { as, elder }: Required<Pick<PhoneGiven, 'as' | 'elder'>>) =>
  context.addInitScript(
    ({ session, elder }) => {
      // An empty page has no storage.
      if (location.protocol === 'about:' || localStorage.getItem('seeded')) return
      localStorage.setItem('seeded', '1')
      if (session) localStorage.setItem('session', JSON.stringify({ data: session }))
      if (elder) localStorage.setItem('elder', JSON.stringify({ data: true }))
    },
    { session: as ? { token: as.token, personId: as.id, expiresAt: '2999-01-01T00:00:00.000Z' } : null, elder },
  )
