import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import { REFUSALS } from '../../shared/kit/refusal'
import { ROLES, type Role } from '../../shared/people/roles'
import { ENDPOINTS } from '../../shared/registry'
import { type Answer, openHouse, type Person } from '../kit/house'
import { sampleOf, textPlaces } from '../kit/samples'

/** Every endpoint of the registry, tried by everybody who may not, and with everything that does not fit. */
const house = await openHouse()
await house.settle()
const everybody: Record<Role, Person> = Object.fromEntries(
  await Promise.all(
    ROLES.map(async (role) => {
      const scope = role === 'handler' ? { unitId: 'U001' } : role === 'area_leader' ? { gridId: 'WG01' } : {}
      return [role, await house.person(role, role === 'citizen' ? [] : [[role, scope]])] as const
    }),
  ),
) as Record<Role, Person>

const all = Object.entries(ENDPOINTS)
/** Every door that is knocked at with JSON or a query; what gives a file refuses like the others. */
const json = all.filter(([, e]) => !e.takes && e.gives !== 'image')
const pathOf = (e: AnyEndpoint, id = 'nothing-here') =>
  e.path.replace(':id', encodeURIComponent(id)).replace(/:\w+/g, 'full')
const allowed = (e: AnyEndpoint) => everybody[Array.isArray(e.who) ? (e.who[0] as Role) : 'citizen']

function send(as: Person | null, e: AnyEndpoint, body: unknown, id?: string): Promise<Answer> {
  if (e.verb === 'POST') return house.ask(as, 'POST', pathOf(e, id), body ?? {})
  const query = new URLSearchParams(
    Object.entries((body ?? {}) as object).map(([name, value]) => [name, String(value)]),
  )
  return house.ask(as, 'GET', `${pathOf(e, id)}?${query}`)
}

const isPlainRefusal = (answer: Answer) => {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(Object.keys(REFUSALS)).toContain(answer.refused)
  expect(answer.zh).toMatch(/[\u4e00-\u9fff]/)
  expect(Object.keys(answer).filter((name) => !['status', 'refused', 'zh', 'field'].includes(name))).toEqual([])
}

/** Without the counts of calls and the journal of refusals, which are meant to grow. */
async function rowCounts() {
  const tables = (await house.db.execute(
    sql`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not in ('rate_windows', 'audit_log') order by 1`,
  )) as unknown as { rows: { relname: string }[] }
  const counts: Record<string, number> = {}
  for (const { relname } of tables.rows) {
    const { rows } = (await house.db.execute(
      sql`select count(*)::int as n from ${sql.identifier(relname)}`,
    )) as unknown as { rows: { n: number }[] }
    counts[relname] = rows[0]?.n ?? 0
  }
  return counts
}

let before: Record<string, number>
beforeAll(async () => {
  before = await rowCounts()
})

test('the registry names each path and verb once, and describes each in Chinese', () => {
  const doors = all.map(([, { verb, path }]) => `${verb} ${path}`)
  expect(new Set(doors).size).toBe(doors.length)
  for (const [name, { zh }] of all) expect(zh, name).toMatch(/[\u4e00-\u9fff]/)
})

test('every endpoint is mounted, and nothing is mounted that is not in the registry', async () => {
  const mounted = new Set(
    house.app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  )
  expect([...mounted].sort()).toEqual(all.map(([, { verb, path }]) => `${verb} ${path}`).sort())
})

describe('nobody is refused at every door that is not open to anyone', () => {
  test.each(all.filter(([, e]) => e.who !== 'anyone'))('%s', async (_name, e) => {
    expect(await send(null, e, sampleOf(e.body))).toMatchObject({ status: 401, refused: 'signed_out' })
    // A stranger with a broken body is still a stranger.
    expect(await send(null, e, 'not json')).toMatchObject({ status: 401 })
  })
})

describe('every role that is not named is refused before its request is looked at', () => {
  test.each(all.filter(([, e]) => Array.isArray(e.who)))('%s', async (_name, e) => {
    for (const role of ROLES.filter((one) => !(e.who as readonly Role[]).includes(one)))
      expect(await send(everybody[role], e, sampleOf(e.body)), role).toMatchObject({
        status: 403,
        refused: 'forbidden',
      })
  })
})

describe('what does not fit is told apart in a sentence, never by breaking', () => {
  const posts = json.filter(([, e]) => e.verb === 'POST')
  test.each(posts)('%s', async (_name, e) => {
    const as = allowed(e)
    const bodies = [
      'not json',
      '[]',
      'null',
      '"text"',
      '{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":{"j":1}}}}}}}}}}',
      '{"__proto__":{"x":1},"key":1}',
      'x'.repeat(300_000),
    ]
    for (const body of bodies) isPlainRefusal(await send(as, e, body))
    const stray = await send(as, e, { ...(sampleOf(e.body) as object), state: 'closed', ownerId: 'me' })
    expect(stray).toMatchObject({ status: 400, refused: 'malformed' })
    const text = await house.app.request(pathOf(e), {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${as.token}` },
    })
    expect([400, 415]).toContain(text.status)
  })
  const gets = json.filter(([, e]) => e.verb === 'GET')
  test.each(gets)('%s', async (_name, e) => {
    expect(await send(allowed(e), e, { ...(sampleOf(e.body) as object), nonsense: 1 })).toMatchObject({
      status: 400,
      refused: 'malformed',
    })
  })
})

test('what was refused so far has written nothing', async () => {
  const after = await rowCounts()
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
})

const HOSTILE = [
  '\0',
  'a\0b',
  '\ud800',
  "'; drop table cases; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '👨‍👩‍👧‍👦'.repeat(50),
  '𠮷'.repeat(30_000),
  '{{7*7}}',
  '\u202e',
  'null',
  '-1',
  '1e309',
  'NaN',
  '',
]

/** The endpoint with each hostile text in each of its fields, and in its path. */
function hostileSends(e: AnyEndpoint): Promise<Answer>[] {
  const sample = sampleOf(e.body)
  const inFields = HOSTILE.flatMap((text) => textPlaces(sample).map((put) => send(allowed(e), e, put(text))))
  const inPath = e.path.includes(':id') ? HOSTILE.filter((text) => text !== '' && text !== '\ud800') : []
  return [...inFields, ...inPath.map((text) => send(allowed(e), e, sample, text.slice(0, 500)))]
}

describe('hostile texts in every field and in the path are answered, never with a 500', () => {
  test.each(json)('%s', async (_name, e) => {
    for (const answer of await Promise.all(hostileSends(e))) {
      expect(answer.status, JSON.stringify(answer).slice(0, 200)).toBeLessThan(500)
      if (answer.status >= 400) isPlainRefusal(answer)
    }
  })
})

describe('a name that is not there is not found, whoever asks', () => {
  // What counts by the minute has counted the hostile texts.
  beforeAll(() => house.at(new Date(house.now().getTime() + 60_000)))
  test.each(json.filter(([, e]) => e.path.includes(':id')))('%s', async (_name, e) => {
    expect(await send(allowed(e), e, sampleOf(e.body))).toMatchObject({ status: 404, refused: 'not_found' })
  })
})

test('an unknown address is answered like everything else', async () => {
  expect(await house.ask(null, 'GET', '/api/no-such-thing')).toMatchObject({ status: 404, refused: 'not_found' })
})

test('after all of this nothing broke', () => {
  expect(house.logged).toEqual([])
})

test('OpenAPI 3.1 shows the whole registry, an operation by each endpoint’s name', async () => {
  const doc = (await house.ask(null, 'GET', '/openapi.json')) as unknown as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string }>>
  }
  expect(doc.openapi).toBe('3.1.0')
  const ids = Object.values(doc.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  expect(ids.sort()).toEqual(Object.keys(ENDPOINTS).sort())
})
