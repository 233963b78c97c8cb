import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { roleGrants } from '../../schema/people'
import { freshPostgres } from '../kit/databases'
import { openHouse, type Person } from '../kit/house'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const house = await openHouse(real ? { db: real.db } : {})
await house.settle()
const { ask, person, key, db } = house
const TRIES = 20

const rows = async <T>(query: ReturnType<typeof sql>) => ((await db.execute(query)) as unknown as { rows: T[] }).rows
const countyAdmins = () =>
  rows<{ id: string; person_id: string }>(
    sql`select id, person_id from role_grants where role = 'admin' and grid_id is null and ended_at is null`,
  )
const end = (as: Person, id: string) => ask(as, 'POST', `/api/grants/${id}/end`, { key: key() })
const grantOf = async (one: Person) => (await countyAdmins()).find(({ person_id }) => person_id === one.id)?.id ?? ''

test(`of two administrators who take each other’s role at once one stays, ${TRIES} times`, async () => {
  for (let i = 0; i < TRIES; i++) {
    const pair = [await person(`甲${i}`, [['admin']]), await person(`乙${i}`, [['admin']])] as const
    const [first, second] = [await grantOf(pair[0]), await grantOf(pair[1])]
    const answers = await Promise.all([end(pair[0], second), end(pair[1], first)])
    const left = await countyAdmins()
    expect(left, `try ${i}`).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await db
      .update(roleGrants)
      .set({ endedAt: house.now() })
      .where(eq(roleGrants.id, left[0]?.id ?? ''))
  }
}, 120_000)

test(`of ${TRIES} administrators who all lay down their role at once exactly one cannot`, async () => {
  const all: Person[] = []
  for (let i = 0; i < TRIES; i++) all.push(await person(`管理员${i}`, [['admin']]))
  const own = await Promise.all(all.map(grantOf))
  const answers = await Promise.all(all.map((one, i) => end(one, own[i] ?? '')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(TRIES - 1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(1)
  expect(await countyAdmins()).toHaveLength(1)
  const journal = await rows<{ n: number }>(
    sql`select count(*)::int as n from setting_changes where kind = 'role_ended' and zh like '收回管理员%'`,
  )
  expect(journal[0]?.n).toBe(TRIES - 1)
}, 120_000)

test(`of ${TRIES} people who open one link at once exactly one gets the role, and the journal names one`, async () => {
  const admin = await person('高主任', [['admin']])
  const asked = { key: key(), name: '陈工', role: 'handler', unitId: 'U052', days: 7 }
  const { id, token } = await ask(admin, 'POST', '/api/invites', asked)
  const crowd: Person[] = []
  for (let i = 0; i < TRIES; i++) crowd.push(await person(`同时${i}`))
  const answers = await Promise.all(crowd.map((one) => ask(one, 'POST', '/api/invites/accept', { key: key(), token })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ refused }) => refused === 'wrong_state')).toHaveLength(TRIES - 1)
  const held = await rows(sql`select id from role_grants where role = 'handler' and unit_id = 'U052'`)
  expect(held).toHaveLength(1)
  const used = await rows(sql`select id from setting_changes where kind = 'invite_used' and subject_id = ${id}`)
  expect(used).toHaveLength(1)
}, 120_000)

test(`an invite that is accepted and taken back at once is one or the other, ${TRIES} times`, async () => {
  const admin = await person('高主任', [['admin']])
  for (let i = 0; i < TRIES; i++) {
    const asked = { key: key(), name: `来的人${i}`, role: 'verifier', days: 7 }
    const { id, token } = await ask(admin, 'POST', '/api/invites', asked)
    const one = await person(`来的人${i}`)
    const [came, back] = await Promise.all([
      ask(one, 'POST', '/api/invites/accept', { key: key(), token }),
      ask(admin, 'POST', `/api/invites/${id}/end`, { key: key() }),
    ])
    expect([came.status, back.status].toSorted(), `try ${i}`).toEqual([200, 409])
    const me = await ask(one, 'GET', '/api/me')
    expect((me.roles as unknown[]).length).toBe(came.status === 200 ? 1 : 0)
  }
}, 120_000)
