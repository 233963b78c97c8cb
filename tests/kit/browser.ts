import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext } from 'playwright-core'
import { built } from '../../functions/outside/built'
import type { House } from './house'

const PHONE = { width: 390, height: 844 }
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** The built H5 and the API of a house behind one address, as in production. */
export async function serveHouse(house: House) {
  const folder = await built('h5')
  const fetch = async (request: Request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/')) return dated(await house.app.fetch(request), house.now())
    return fileOf(folder, pathname) ?? fileOf(folder, '/index.html') ?? new Response('', { status: 404 })
  }
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => void server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, close: () => new Promise<void>((done) => void server.close(() => done())) }
}

/** The phone reads the server's time from its replies: it follows the clock of the house. */
function dated(answer: Response, at: Date) {
  const headers = new Headers(answer.headers)
  headers.set('date', at.toUTCString())
  return new Response(answer.body, { status: answer.status, headers })
}

function fileOf(folder: string, pathname: string) {
  const path = normalize(join(folder, decodeURIComponent(pathname)))
  const type = TYPES[extname(path)]
  if (!path.startsWith(normalize(folder)) || type === undefined) return null
  try {
    return new Response(new Uint8Array(readFileSync(path)), { headers: { 'content-type': type } })
  } catch {
    return null
  }
}

export type PhoneGiven = {
  readonly as?: { token: string; id: string } | null
  readonly elder?: boolean
  readonly at?: { longitude: number; latitude: number } | null
  readonly width?: number
  readonly height?: number
}

/** One person's phone: its own storage, signed in or not. Requests to any other host than ours are a failure. */
export async function openPhone(browser: Browser, base: string, given: PhoneGiven = {}) {
  const { as = null, elder = false, at = null, width = PHONE.width, height = PHONE.height } = given
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
    (url) => !url.href.startsWith(base) && !/^(data|blob):/.test(url.href),
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
