import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { LIMITS, limitOf } from '../../shared/kit/limits'
import { openHouse, type Person } from '../kit/house'

const FROM_A = { 'x-forwarded-for': '203.0.113.7' }
const FROM_A2 = { 'x-forwarded-for': '9.9.9.9, 203.0.113.250' }
const FROM_B = { 'x-forwarded-for': '198.51.100.7' }

const few = { by: 'address', own: 5, all: 12 } as const
const limits = { ...LIMITS, login: few, read: few, write: { by: 'person', own: 4, all: 7 } } as const

const openLimited = () => openHouse({ limits })

const statuses = async (times: number, call: () => Promise<{ status: number }>) => {
  const answers = await Promise.all(Array.from({ length: times }, call))
  return answers.map(({ status }) => status)
}
const passed = (all: readonly number[]) => all.filter((status) => status === 200).length
const refused = (all: readonly number[]) => all.filter((status) => status === 429).length

describe('what a call counts as', () => {
  test('is read off the endpoint; reads of those signed in count as nothing', () => {
    expect(limitOf({ verb: 'GET' }, true)).toBeNull()
    expect(limitOf({ verb: 'GET' }, false)).toBe('read')
    expect(limitOf({ verb: 'POST' }, true)).toBe('write')
    expect(limitOf({ verb: 'POST', takes: 'multipart' }, true)).toBe('upload')
    expect(limitOf({ verb: 'POST', limit: 'login' }, false)).toBe('login')
  })
})

test('of eight anonymous reads from one block exactly five pass, whatever the last number of the address or a made-up header', async () => {
  const house = await openLimited()
  const read = (headers: Record<string, string>) => house.ask(null, 'GET', '/api/demo-accounts', undefined, headers)
  const all = [...(await statuses(4, () => read(FROM_A))), ...(await statuses(4, () => read(FROM_A2)))]
  expect([passed(all), refused(all)]).toEqual([5, 3])
  expect(await read(FROM_B)).toMatchObject({ status: 200 })
})

test('the refusal says when to come back, and then there is room again', async () => {
  const house = await openLimited()
  house.at('2026-06-15T02:00:18Z')
  const read = () => house.app.request('/api/demo-accounts', { headers: FROM_A })
  for (let n = 0; n < 5; n++) await read()
  const answer = await read()
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('42')
  expect(await answer.json()).toEqual({ refused: 'too_many', zh: '操作太频繁了，请稍等一会儿再试' })
  house.at('2026-06-15T02:01:00Z')
  expect((await read()).status).toBe(200)
})

test('log-ins are counted by block of addresses', async () => {
  const house = await openLimited()
  const signIn = (n: number, headers: Record<string, string>) =>
    house.ask(null, 'POST', '/api/sessions/wechat', { code: `code-${n}` }, headers)
  const all: number[] = []
  for (let n = 0; n < 7; n++) all.push((await signIn(n, FROM_A)).status)
  expect(all).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(await signIn(8, FROM_B)).toMatchObject({ status: 200 })
})

test('writes are counted by person: another one is not held up, until the operation as a whole is full', async () => {
  const house = await openLimited()
  const [lin, zhou, wu] = [await house.person('林'), await house.person('周'), await house.person('吴')]
  const write = (as: Person) => house.ask(as, 'POST', '/api/notices/reads', { key: house.key() })
  const first = await statuses(6, () => write(lin))
  expect(refused(first)).toBe(2)
  expect((await write(zhou)).status).not.toBe(429)
  expect((await write(wu)).status).toBe(429)
  expect(await house.ask(lin, 'GET', '/api/me')).toMatchObject({ status: 200 })
})

test('where no address is known nobody shares a count with the rest of the world', async () => {
  const house = await openLimited()
  const all = await statuses(14, () => house.ask(null, 'GET', '/api/demo-accounts'))
  expect([passed(all), refused(all)]).toEqual([12, 2])
})

test('with a wide limit a read is told to the database by the batch, and who is past it stays out', async () => {
  const read40 = { by: 'address', own: 40, all: 1000 } as const
  const house = await openHouse({ limits: { ...LIMITS, read: read40 } })
  house.at('2026-06-15T02:00:18Z')
  const read = () => house.ask(null, 'GET', '/api/demo-accounts', undefined, FROM_A)
  const one = async () => (await read()).status
  const told = async () => {
    const [row] = await rowsOf<{ hits: number }>(house.db, sql`select hits from rate_windows where key like 'read %'`)
    return row?.hits ?? 0
  }
  await one()
  expect(await told()).toBe(0)
  await one()
  expect(await told()).toBe(2)
  const all: number[] = []
  for (let n = 0; n < 48; n++) all.push(await one())
  // Two reads a batch: the forty-second call is the first that the database hears of beyond forty.
  expect([all.indexOf(429), refused(all)]).toEqual([39, 9])
  house.at('2026-06-15T02:01:00Z')
  expect(await one()).toBe(200)
})
