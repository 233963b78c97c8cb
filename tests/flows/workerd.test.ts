import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareCounty } from '../kit/county'
import { freshPostgres } from '../kit/databases'
import { buildEdge } from '../kit/edge-bundle'
import { neonBridge } from '../kit/neon-bridge'
import { openWorkerd } from '../kit/workerd'

/** The house in the very runtime of Cloudflare Workers, over Neon's own driver, on a real PostgreSQL. */
const folder = mkdtempSync(join(tmpdir(), 'wenming-workerd-'))
const outfile = join(folder, 'edge.mjs')
await buildEdge(outfile)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the bundle is under 1 MB as it travels', () => {
  const kb = gzipSync(readFileSync(outfile)).length / 1024
  expect(kb).toBeLessThan(1024)
})

describe.skipIf(inject('postgres') === '')('in workerd', () => {
  let world: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  async function open() {
    const postgres = await freshPostgres()
    if (!postgres) throw new Error('no PostgreSQL')
    await prepareCounty(postgres.db)
    const bridge = await neonBridge(postgres.url)
    const worker = await openWorkerd({
      folder,
      outboundPort: bridge.port,
      env: {
        ...{ NODE_ENV: 'test', DEMO: '1', DATABASE_URL: 'postgres://user:secret@ep-test.neon.test/wenming' },
        ...{ SECRET: 'a secret of a test house, 32 letters', S3_BUCKET: 'photos', S3_ENDPOINT: 'http://bucket.test' },
      },
    })
    const json = { 'content-type': 'application/json' }
    const answered = async (res: Response): Promise<Record<string, unknown>> => ({
      status: res.status,
      ...((await res.json()) as object),
    })
    const get = async (path: string, token = '') =>
      answered(await fetch(worker.base + path, { headers: token === '' ? {} : { authorization: `Bearer ${token}` } }))
    const post = async (path: string, body: object, token = '') => {
      const headers = { ...json, authorization: `Bearer ${token}` }
      return answered(await fetch(worker.base + path, { method: 'POST', headers, body: JSON.stringify(body) }))
    }
    const close = async () => {
      await worker.close()
      await bridge.close()
      await postgres.close()
    }
    return { worker, bridge, get, post, close }
  }

  test('it is alive, ready but for the missing bucket, and its first answer comes within seconds', async () => {
    expect(await world.get('/healthz')).toEqual({ status: 200, ok: true })
    expect(await world.get('/readyz')).toMatchObject({ database: true })
    expect(world.worker.startedMs()).toBeLessThan(20_000)
  })

  test('somebody signs in, registers as a volunteer and is known on the next request; a repeated send acts once', async () => {
    const { token } = await world.post('/api/sessions/wechat', { code: 'c1' })
    const body = { key: crypto.randomUUID(), displayName: '林晓岚', ageBand: 'adult' }
    expect(await world.post('/api/volunteers', body, String(token))).toMatchObject({ status: 200 })
    expect(await world.post('/api/volunteers', body, String(token))).toMatchObject({ status: 200 })
    expect(await world.get('/api/me', String(token))).toMatchObject({ roles: [{ role: 'volunteer' }] })
    expect(await world.get('/api/cases', String(token))).toMatchObject({ status: 403, refused: 'forbidden' })
  })

  test('refusals of rules and of bad input are words there as well', async () => {
    expect(await world.post('/api/sessions/wechat', { code: '' })).toMatchObject({
      status: 400,
      zh: '缺少微信登录凭证',
    })
    expect(await world.get('/api/none')).toMatchObject({ status: 404, refused: 'not_found' })
  })

  test('an anonymous list is one round trip to the database behind the count of the minute', async () => {
    const before = world.bridge.asked()
    expect(await world.get('/api/public/cases')).toMatchObject({ status: 200 })
    expect(world.bridge.asked() - before).toBe(2)
  })

  test('its timer runs everything that time does', async () => {
    const rung = await fetch(`${world.worker.base}/ring`)
    expect(await rung.text()).toBe('ok')
  })
})
