import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeContext } from './weapp-context'
import type { Dict, Navigation, WxPage } from './weapp-types'
import { wxml } from './weapp-view'
import { type Answers, makeWx } from './weapp-wx'

type Hook = (this: unknown, given?: unknown) => unknown

export type HostGiven = {
  /** The built package. */
  readonly folder: string
  /** Where `wx.request` and `wx.uploadFile` go: the house's app. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** What the person and the phone answer: the code of a login, chosen photos, a place, yes or no. */
  readonly answers?: Partial<Answers>
  /** What the phone kept from an earlier start. */
  readonly storage?: Map<string, unknown>
}

/**
 * Runs the built package as WeChat does, in a context that has ECMAScript and `wx` and nothing else: what a phone lacks is
 * missing here too. The view is made by WeChat's own WXML compiler, so a part that renders nothing there renders nothing here.
 */
export async function openWeapp({ folder, fetch, answers = {}, storage = new Map() }: HostGiven) {
  const root = resolve(folder)
  const appJson = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson
  const view = wxml(root)
  const stack: WxPage[] = []
  const errors: unknown[] = []
  const navigate = (kind: Navigation, url: string, delta: number) => moves[kind](url, delta)
  const { wx, log, said } = makeWx({ fetch, answers, storage, navigate })
  const { load, app } = makeContext(root, wx, stack, errors)

  const open = async (url: string) => {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!pagesOf(appJson).includes(path)) throw new Error(`app.json has no page ${path}`)
    readFileSync(join(root, `${path}.wxml`))
    const page = makePage(load(path), path)
    stack.push(page)
    await hook(page, 'onLoad', Object.fromEntries(new URLSearchParams(query)))
    await hook(page, 'onShow')
    await hook(page, 'onReady')
  }
  const close = async () => {
    const gone = stack.pop()
    if (gone) await hook(gone, 'onUnload')
  }
  const closeAll = async () => {
    while (stack.length > 0) await close()
  }
  const top = async (name: string) => {
    const page = stack.at(-1)
    if (page) await hook(page, name)
  }
  const moves: Record<Navigation, (url: string, delta: number) => Promise<void>> = {
    navigateTo: async (url) => {
      await top('onHide')
      await open(url)
    },
    redirectTo: async (url) => {
      await close()
      await open(url)
    },
    switchTab: async (url) => {
      await closeAll()
      await open(url)
    },
    reLaunch: async (url) => {
      await closeAll()
      await open(url)
    },
    navigateBack: async (_, delta) => {
      for (let n = Math.min(delta, stack.length - 1); n > 0; n--) await close()
      await top('onShow')
    },
  }

  load('app')
  await hook({ route: 'app', data: {}, it: app() }, 'onLaunch', { path: pagesOf(appJson)[0], query: {}, scene: 1001 })
  await hook({ route: 'app', data: {}, it: app() }, 'onShow', { path: pagesOf(appJson)[0], query: {}, scene: 1001 })
  await open(pagesOf(appJson)[0] ?? '')

  const page = () => stack.at(-1) ?? raise('no page is open')
  const tree = () => view(page().route, page().data)
  return { wx, storage, log, answers: said, errors, stack, page, tree, open: (url: string) => moves.reLaunch(url, 0) }
}
export type Weapp = Awaited<ReturnType<typeof openWeapp>>

type AppJson = { pages: string[]; subPackages?: { root: string; pages: string[] }[] }

const raise = (why: string): never => {
  throw new Error(why)
}

const pagesOf = ({ pages, subPackages = [] }: AppJson) => [
  ...pages,
  ...subPackages.flatMap(({ root, pages }) => pages.map((path) => `${root}/${path}`.replace('//', '/'))),
]

async function hook(page: WxPage, name: string, given?: unknown) {
  const act = page.it[name]
  if (typeof act === 'function') await (act as Hook).call(page.it, given)
}

/** A page as WeChat makes it: the given object, `setData` by paths, data copied as it would be on its way to the view. */
function makePage(config: Dict, route: string): WxPage {
  const page: WxPage = { route, data: structuredClone((config.data as Dict) ?? {}), it: Object.create(config) as Dict }
  Object.assign(page.it, {
    route,
    __route__: route,
    data: page.data,
    setData: (given: Dict, done?: () => void) => {
      for (const [path, value] of Object.entries(given)) setPath(page.data, path, copied(value))
      if (done) setTimeout(done, 0)
    },
    selectComponent: () => null,
  })
  return page
}

const copied = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null')

/** root.cn.[0].v */
function setPath(data: Dict, path: string, value: unknown) {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = steps.pop() ?? raise(`setData got no path: ${path}`)
  let at = data as Record<string, unknown>
  for (const step of steps) {
    if (at[step] === undefined) at[step] = {}
    at = at[step] as Record<string, unknown>
  }
  at[last] = value
}
