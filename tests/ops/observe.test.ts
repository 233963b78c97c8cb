import { expect, test } from 'vitest'
import { nodeMetrics } from '../../functions/outside/metrics'
import { openHouse } from '../kit/house'

const TOKEN = { authorization: 'Bearer a metrics token of a test house' }

test('the counts name patterns and states, never an id, and only whoever has the token reads them', async () => {
  const house = await openHouse({ metrics: nodeMetrics() })
  await house.app.request('/api/public/cases/6ad1a9f8-secret-id')
  await house.app.request('/api/activities')
  const read = await house.app.request('/metrics', { headers: TOKEN })
  const text = await read.text()
  expect(read.headers.get('content-type')).toContain('text/plain')
  expect(text).toContain('wenming_requests_total{verb="GET",path="/api/public/cases/:id",status="404"} 1')
  expect(text).toContain('wenming_requests_total{verb="GET",path="/api/activities",status="200"} 1')
  expect(text).toMatch(/wenming_request_seconds_bucket\{le="0.005",verb="GET",path="\/api\/activities"\} \d/)
  expect(text).not.toContain('6ad1a9f8')
  for (const headers of [{}, { authorization: 'Bearer another' }])
    expect((await house.app.request('/metrics', { headers })).status).toBe(404)
})

test('a request leaves one line: number, pattern, state and time, nothing of what was asked', async () => {
  const house = await openHouse({ logsRequests: true })
  const lin = await house.person('林晓岚')
  house.logged.length = 0
  const res = await house.app.request('/api/cases/case-17?token=secret', {
    headers: { authorization: `Bearer ${lin.token}` },
  })
  expect(house.logged).toEqual([
    {
      level: 'info',
      requestId: res.headers.get('x-request-id'),
      verb: 'GET',
      path: '/api/cases/:id',
      status: 403,
      ms: expect.any(Number),
    },
  ])
  expect(JSON.stringify(house.logged)).not.toMatch(/secret|case-17|林晓岚/)
  expect(res.headers.get('server-timing')).toMatch(/^app;dur=[\d.]+$/)
})

test('ready means that the database and the store answer; either of them away or silent is said in two seconds', async () => {
  const fine = async () => 1
  const at = async (probes: Record<string, () => Promise<unknown>>) => {
    const house = await openHouse({ probes })
    const res = await house.app.request('/readyz')
    return { status: res.status, ...((await res.json()) as object) }
  }
  expect(await at({ database: fine, files: fine })).toEqual({ status: 200, ready: true, database: true, files: true })
  const away = () => Promise.reject(new Error('connection refused'))
  expect(await at({ database: away, files: fine })).toMatchObject({ status: 503, ready: false, database: false })
  const silent = () => new Promise(() => {})
  expect(await at({ database: fine, files: silent })).toMatchObject({ status: 503, files: false })
})

test('alive and version tell nothing more than that', async () => {
  const house = await openHouse()
  const read = async (path: string) => (await house.app.request(path)).json()
  expect(await read('/healthz')).toEqual({ ok: true })
  expect(await read('/version')).toEqual({ version: 'test' })
})
