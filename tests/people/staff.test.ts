import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Answer } from '../kit/house'
import { openHouse, type Person } from '../kit/house'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])
const gridAdmin = await person('网格管理员', [['admin', { gridId: 'WG01' }]])

const invite = (as: Person, more: object = {}) =>
  ask(as, 'POST', '/api/invites', { key: key(), name: '陈工', role: 'handler', unitId: 'U052', days: 7, ...more })
const accept = (as: Person, token: unknown) => ask(as, 'POST', '/api/invites/accept', { key: key(), token })
const grants = (answer: Answer) => answer.grants as { id: string; role: string; gridId: string | null }[]
const journal = async () =>
  ((await ask(admin, 'GET', '/api/setting-changes?size=100')) as unknown as { items: { kind: string; zh: string }[] })
    .items

test('whoever opens the link holds the role at once, takes the name of the invite, and the journal says so', async () => {
  const { token, ...made } = await invite(admin)
  expect(made).toMatchObject({ status: 200, state: 'open', scopeZh: '县市政工程公司', byName: '高主任' })
  const fresh = await ask(null, 'POST', '/api/sessions/wechat', { code: 'chen' })
  const chen = { ...admin, token: String(fresh.token) }
  expect(await ask(chen, 'GET', '/api/units')).toMatchObject({ status: 403 })
  expect(await ask(chen, 'POST', '/api/invites/look', { token })).toMatchObject({ status: 200, role: 'handler' })
  expect(await accept(chen, token)).toMatchObject({ status: 200, role: 'handler', scopeZh: '县市政工程公司' })
  expect(await ask(chen, 'GET', '/api/me')).toMatchObject({
    name: '陈工',
    roles: [{ role: 'handler', unitId: 'U052' }],
  })
  expect(await ask(chen, 'GET', '/api/units')).toMatchObject({ status: 200 })
  expect(await ask(chen, 'POST', '/api/invites/look', { token })).toMatchObject({ status: 409, refused: 'wrong_state' })
  const kinds = (await journal()).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['invite_used', 'invited']))
})

test('a citizen who becomes staff keeps only a staff session: half an hour without use ends it', async () => {
  const { token } = await invite(admin)
  const lin = await person('林晓岚')
  expect(await accept(lin, token)).toMatchObject({ status: 200 })
  const start = house.now()
  house.at(new Date(start.getTime() + 31 * 60_000))
  expect(await ask(lin, 'GET', '/api/me')).toMatchObject({ status: 401 })
  house.at(start)
})

test('of ten who open one link at the same moment exactly one gets the role', async () => {
  const { token } = await invite(admin)
  const ten = await Promise.all(Array.from({ length: 10 }, (_, i) => person(`同时${i}`)))
  const answers = await Promise.all(ten.map((one) => accept(one, token)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, refused } of answers.filter((one) => one.status !== 200))
    expect([status, refused]).toEqual([409, 'wrong_state'])
  const roles = await Promise.all(ten.map((one) => ask(one, 'GET', '/api/me')))
  expect(roles.filter((me) => (me.roles as unknown[]).length === 1)).toHaveLength(1)
})

test('an invite that ran out, was taken back or was made up opens nothing, and only its hash is kept', async () => {
  const out = await invite(admin, { days: 1 })
  const { rows } = (await house.db.execute(sql`select token_hash from invites`)) as unknown as {
    rows: { token_hash: string }[]
  }
  expect(rows.map(({ token_hash }) => token_hash)).not.toContain(out.token)
  const back = await invite(admin)
  expect(await ask(admin, 'POST', `/api/invites/${back.id}/end`, { key: key() })).toMatchObject({ state: 'ended' })
  const lin = await person('林晓岚')
  expect(await accept(lin, back.token)).toMatchObject({ status: 409 })
  expect(await accept(lin, 'x'.repeat(43))).toMatchObject({ status: 404 })
  const start = house.now()
  house.at(new Date(start.getTime() + 25 * 3_600_000))
  const late = await person('来晚了')
  expect(await accept(late, out.token)).toMatchObject({ status: 409, zh: expect.stringContaining('失效') })
  house.at(start)
})

test('a resent invite is the same invite and does not show its token again', async () => {
  const body = { key: key(), name: '陈工', role: 'verifier', days: 7 }
  const first = await ask(admin, 'POST', '/api/invites', body)
  expect(await ask(admin, 'POST', '/api/invites', body)).toMatchObject({ id: first.id, token: null })
})

test('a role is given and taken back at once, each time with who and when', async () => {
  const he = await person('何敏')
  const given = await ask(admin, 'POST', `/api/staff/${he.id}/grants`, { key: key(), role: 'reviewer', gridId: 'WG01' })
  expect(given).toMatchObject({ status: 200, grants: [{ role: 'reviewer', grantedBy: '高主任', endedAt: null }] })
  expect(await ask(he, 'GET', '/api/inspectors')).toMatchObject({ status: 200 })
  const twice = { key: key(), role: 'reviewer', gridId: 'WG01' }
  expect(await ask(admin, 'POST', `/api/staff/${he.id}/grants`, twice)).toMatchObject({ status: 409 })
  const id = grants(given)[0]?.id
  const ended = await ask(admin, 'POST', `/api/grants/${id}/end`, { key: key() })
  expect(ended).toMatchObject({ status: 200, grants: [{ endedBy: '高主任' }] })
  expect(await ask(he, 'GET', '/api/inspectors')).toMatchObject({ status: 403 })
  expect(await journal()).toContainEqual(expect.objectContaining({ kind: 'role_ended', zh: '收回何敏的审核员' }))
})

test('a scope must be there, and a role that needs one is not given without', async () => {
  const he = await person('何敏')
  const give = (body: object) => ask(admin, 'POST', `/api/staff/${he.id}/grants`, { key: key(), ...body })
  expect(await give({ role: 'handler' })).toMatchObject({ status: 422, field: 'unitId' })
  expect(await give({ role: 'grid_chief' })).toMatchObject({ status: 422, field: 'gridId' })
  expect(await give({ role: 'handler', unitId: 'U999' })).toMatchObject({ status: 422, field: 'unitId' })
  expect(await give({ role: 'grid_chief', gridId: 'WG99' })).toMatchObject({ status: 422, field: 'gridId' })
})

test('nobody reaches above themselves: a grid’s administrator gives and takes roles of that grid only', async () => {
  const he = await person('何敏', [['reviewer'], ['verifier', { gridId: 'WG01' }]])
  const give = (body: object) => ask(gridAdmin, 'POST', `/api/staff/${he.id}/grants`, { key: key(), ...body })
  expect(await give({ role: 'admin' })).toMatchObject({ status: 403 })
  expect(await give({ role: 'reviewer', gridId: 'WG02' })).toMatchObject({ status: 403 })
  expect(await give({ role: 'reviewer', gridId: 'WG01' })).toMatchObject({ status: 200 })
  const county = grants(await ask(admin, 'GET', `/api/staff/${he.id}`)).find(({ gridId }) => gridId === null)?.id
  expect(await ask(gridAdmin, 'POST', `/api/grants/${county}/end`, { key: key() })).toMatchObject({ status: 404 })
  expect(await ask(gridAdmin, 'POST', `/api/staff/${he.id}/sessions/end`, { key: key() })).toMatchObject({
    status: 403,
  })
  expect(await invite(gridAdmin)).toMatchObject({ status: 403 })
})

test('two last administrators who take each other’s role at the same moment leave one', async () => {
  const other = await person('第二管理员', [['admin']])
  const idOf = async (one: Person) =>
    grants(await ask(admin, 'GET', `/api/staff/${one.id}`)).find(({ role }) => role === 'admin')?.id
  const [mine, theirs] = [await idOf(admin), await idOf(other)]
  const answers = await Promise.all([
    ask(admin, 'POST', `/api/grants/${theirs}/end`, { key: key() }),
    ask(other, 'POST', `/api/grants/${mine}/end`, { key: key() }),
  ])
  expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200])
  const { rows } = (await house.db.execute(
    sql`select person_id from role_grants where role = 'admin' and grid_id is null and ended_at is null`,
  )) as unknown as { rows: { person_id: string }[] }
  expect(rows).toHaveLength(1)
  const last = rows[0]?.person_id === admin.id ? { as: admin, id: mine } : { as: other, id: theirs }
  expect(await ask(last.as, 'POST', `/api/grants/${last.id}/end`, { key: key() })).toMatchObject({
    status: 409,
    zh: expect.stringContaining('最后一名管理员'),
  })
  // The file goes on with the administrator it began with.
  if (last.as === other) await house.db.execute(sql`update role_grants set ended_at = null where id = ${mine}`)
})

test('a person is signed out everywhere at once', async () => {
  const he = await person('何敏', [['reviewer']])
  expect(await ask(admin, 'GET', `/api/staff/${he.id}`)).toMatchObject({ sessions: 1 })
  expect(await ask(admin, 'POST', `/api/staff/${he.id}/sessions/end`, { key: key() })).toMatchObject({ sessions: 0 })
  expect(await ask(he, 'GET', '/api/me')).toMatchObject({ status: 401 })
})

test('staff are found by name, by where they work and by role; citizens are not among them', async () => {
  await person('路人甲')
  const names = async (query: string) =>
    ((await ask(admin, 'GET', `/api/staff${query}`)).items as { name: string }[]).map(({ name }) => name)
  expect(await names('?size=100')).not.toContain('路人甲')
  expect(await names(`?q=${encodeURIComponent('陈工')}`)).toContain('陈工')
  expect(await names(`?q=${encodeURIComponent('市政')}`)).toContain('陈工')
  expect(await names('?role=handler&size=100')).toContain('陈工')
  const one = await ask(admin, 'GET', '/api/staff?size=1')
  expect(
    (await ask(admin, 'GET', `/api/staff?size=1&cursor=${encodeURIComponent(String(one.next))}`)).items,
  ).not.toEqual(one.items)
})

test('the journal is read page by page and nobody rewrites it, whatever code they run', async () => {
  const first = await ask(admin, 'GET', '/api/setting-changes?size=2')
  const second = await ask(admin, 'GET', `/api/setting-changes?size=2&cursor=${encodeURIComponent(String(first.next))}`)
  const ids = [...(first.items as { id: string }[]), ...(second.items as { id: string }[])].map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
  await expect(house.db.execute(sql`update setting_changes set zh = ''`)).rejects.toThrow()
  await expect(house.db.execute(sql`delete from invites`)).rejects.toThrow()
})
