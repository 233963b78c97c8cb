import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

/** What travels: how much, in which form, under which headers. */
const house = await openHouse()
const PATH = '/api/sessions/wechat'
const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  house.app.request(PATH, {
    ...{ method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)
const spoken = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) })

test('a body that says its length is refused by it, one that does not is refused as it comes in, and never held whole', async () => {
  const large = JSON.stringify({ code: 'x'.repeat(300 * 1024) })
  expect(await spoken(await send(large))).toMatchObject({ status: 413, refused: 'too_large' })
  let parts = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      parts++
      controller.enqueue(new Uint8Array(16 * 1024).fill(32))
    },
  })
  expect(await spoken(await send(endless))).toMatchObject({ status: 413, refused: 'too_large' })
  expect(parts).toBeLessThan(40)
})

test('what is not JSON, is packed, or is cut in the middle of a character is told so', async () => {
  expect((await send('code=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect(await spoken(await send('{}', { 'content-encoding': 'gzip' }))).toMatchObject({ refused: 'unsupported' })
  expect(await spoken(await send(new Uint8Array([0x7b, 0xe4, 0xb8])))).toMatchObject({ refused: 'malformed' })
})

test('a long body in many small parts, cut inside characters, is read as it was written', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ code: '文明随手拍'.repeat(20) }))
  const parts = Array.from(bytes, (byte) => new Uint8Array([byte]))
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = parts.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
  })
  expect((await send(stream)).status).not.toBe(400)
})

test('no other site may read an answer, and no header of a client changes who asks or what', async () => {
  const answer = await house.app.request('/api/me', {
    headers: { origin: 'https://elsewhere.example', 'x-user-id': '1', 'x-http-method-override': 'POST' },
  })
  expect(answer.status).toBe(401)
  const names = [...answer.headers.keys()]
  expect(
    names.filter((name) => name.startsWith('access-control') || name === 'server' || name === 'x-powered-by'),
  ).toEqual([])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('strict-transport-security')).toContain('max-age')
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{16,}$/)
})

test('health tells nothing of versions, and methods nobody serves are unknown like any address', async () => {
  expect(await (await house.app.request('/healthz')).json()).toEqual({ ok: true })
  for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND'])
    expect(await spoken(await house.app.request('/api/me', { method }))).toMatchObject({
      status: 404,
      refused: 'not_found',
    })
})
