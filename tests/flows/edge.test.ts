import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { freshNeon } from '../kit/databases'
import { buildEdge } from '../kit/edge-bundle'

type Edge = {
  default: {
    fetch: (request: Request, env: object) => Promise<Response>
    scheduled: (event: object, env: object, ctx: object) => void
  }
}

const folder = mkdtempSync(join(tmpdir(), 'wenming-edge-'))
const neon = await freshNeon()
afterAll(async () => {
  await neon.close()
  rmSync(folder, { recursive: true, force: true })
})
const outfile = join(folder, 'edge.mjs')
const { metafile } = await buildEdge(outfile)
/** The bundle has a driver of its own: what it asks of Neon's address is led to the double. */
const { fetch: real } = globalThis
globalThis.fetch = (input, init) => {
  const url = String(input instanceof Request ? input.url : input)
  return url.includes('neon.test') ? real(neon.endpoint, init) : real(input, init)
}
afterAll(() => {
  globalThis.fetch = real
})

const env = {
  NODE_ENV: 'test',
  DEMO: '1',
  DATABASE_URL: neon.url,
  SECRET: 'a secret of a test house, 32 letters',
  S3_ENDPOINT: 'http://127.0.0.1:9',
  S3_BUCKET: 'photos',
}

test('the edge bundle needs nothing of Node and no embedded database', () => {
  const inputs = Object.keys(metafile.inputs)
  expect(inputs.some((path) => /pglite|node_modules\/(pg|sharp|ws)\//.test(path))).toBe(false)
  const imports = Object.values(metafile.outputs).flatMap(({ imports: all }) => all.map(({ path }) => path))
  expect(imports).toEqual([])
})

test('the same house answers from it, database and all, and its timer runs', async () => {
  const { default: edge } = (await import(pathToFileURL(outfile).href)) as Edge
  const ask = (path: string, init?: RequestInit) => edge.fetch(new Request(`http://edge${path}`, init), env)
  expect((await ask('/healthz')).status).toBe(200)
  const signedIn = await ask('/api/sessions/wechat', {
    method: 'POST',
    body: '{"code":"c1"}',
    headers: { 'content-type': 'application/json' },
  })
  const { token } = (await signedIn.json()) as { token: string }
  const me = await ask('/api/me', { headers: { authorization: `Bearer ${token}` } })
  expect(await me.json()).toMatchObject({ name: '微信用户' })
  const work: Promise<unknown>[] = []
  edge.scheduled({}, env, { waitUntil: (one: Promise<unknown>) => work.push(one) })
  const [idle] = (await Promise.all(work)) as Record<string, number>[]
  expect(idle).toMatchObject({ swept: 0, told: 0, rewarded: 0, invited: 0 })
  expect(Object.values(idle ?? {}).every((count) => count === 0)).toBe(true)
})

test('without a database or a bucket it says so at once', async () => {
  const { default: edge } = (await import(pathToFileURL(outfile).href)) as Edge
  expect(() => edge.fetch(new Request('http://edge/healthz'), { ...env, S3_ENDPOINT: '', S3_BUCKET: '' })).toThrow(
    'S3_ENDPOINT',
  )
})
