import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { volunteers } from '../../schema/volunteering/activities'
import { volunteerNumber } from '../../shared/volunteering/numbers'
import { openCounty, UNIT } from '../cases/world'
import type { Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'

const world = await openCounty()
const { ask, key, cast, caseAt, person } = world
const ORDER = { kind: 'cleaning', words: '请志愿者清理堆放的杂物' }
const open = (as: { token: string }, id: string) =>
  ask(as, 'POST', `/api/cases/${id}/service-orders`, { key: key(), ...ORDER })
const list = (as: { token: string }, id: string) => ask(as, 'GET', `/api/cases/${id}/service-orders`)

test('a case becomes one order at a time, the case stays where it is, and its people see the order beside it', async () => {
  const id = await caseAt('dispatched')
  expect(await open(cast.handler, id)).toMatchObject({ status: 403 })
  expect((await list(cast.reviewer, id)).mayOpen).toBe(true)
  const made = await open(cast.reviewer, id)
  expect(made).toMatchObject({ status: 200, state: 'submitted', caseId: id })
  expect(await open(cast.reviewer, id)).toMatchObject({ status: 409 })
  expect(await list(cast.handler, id)).toMatchObject({
    items: [{ id: made.id, phase: 'submitted', photos: [] }],
    mayOpen: false,
  })
  expect(await list(cast.otherHandler, id)).toMatchObject({ status: 404 })
  const { rows } = (await world.db.execute(sql`select state, unit_id from cases where id = ${id}`)) as unknown as {
    rows: object[]
  }
  expect(rows).toEqual([{ state: 'dispatched', unit_id: UNIT }])
  await ask(cast.reviewer, 'POST', `/api/service-orders/${made.id}/transitions`, {
    key: key(),
    move: 'decline',
    note: '不需要了',
  })
  expect(await open(cast.reviewer, id)).toMatchObject({ status: 200 })
})

test('before 立案, after 反馈 and outside the grid there is nothing to open', async () => {
  expect(await open(cast.reviewer, await caseAt('submitted'))).toMatchObject({ status: 409 })
  expect(await open(cast.reviewer, await caseAt('handled'))).toMatchObject({ status: 409 })
  const far = await person('外网格派遣员', [['dispatcher', { gridId: 'WG01' }]])
  expect((await open(far, await caseAt('filed'))).status).toBe(404)
})

const post = async (as: Person, path: string, body: object = {}) => {
  const answer = await ask(as, 'POST', path, { key: key(), ...body })
  expect(answer).toMatchObject({ status: 200 })
  return answer
}
const stateOf = async (id: unknown) => (await ask(cast.reviewer, 'GET', `/api/cases/${id}`)).state
const photo = async (as: Person) => String((await uploadPhoto(world, as, await aPhoto())).id)
const later = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000)
const wake = async (...people: Person[]) => {
  for (const one of people)
    Object.assign(one, { token: (await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })).token })
}

/** A team whose lead serves the order of a case, with one photo. */
async function serve(lead: Person & { number: string }, teamId: string, id: string) {
  const { id: orderId } = await post(cast.reviewer, `/api/cases/${id}/service-orders`, ORDER)
  const move = (as: Person, name: string, more: object = {}) =>
    post(as, `/api/service-orders/${orderId}/transitions`, { move: name, ...more })
  await move(cast.reviewer, 'accept')
  await move(cast.reviewer, 'dispatch', { teamId })
  await move(lead, 'take', { agreedAt: later(3).toISOString() })
  const small = {
    ...{ title: '清理楼道', startsAt: later(2).toISOString(), endsAt: later(4).toISOString(), capacity: 2 },
    ...{ leaderNumber: lead.number, contactZh: '陆队长 13900000000', riskZh: '注意台阶' },
  }
  const linked = await move(lead, 'link', { small })
  await post(cast.reviewer, `/api/activities/${(linked.activity as { id: string }).id}/transitions`, {
    move: 'publish',
  })
  world.at(later(3))
  await wake(lead, ...Object.values(cast))
  await move(lead, 'serve', { photos: [await photo(lead)], note: '杂物已清走' })
  return String(orderId)
}

async function aTeam() {
  const lead = await person('陆队长', [['volunteer']])
  const number = volunteerNumber(lead.id)
  const row = { personId: lead.id, number, displayName: '陆队长', ageBand: 'adult' as const, joinedAt: world.now() }
  await world.db.insert(volunteers).values(row)
  const { id: teamId } = await post(cast.admin, '/api/teams', { name: '护河分队', kind: 'branch', parentId: null })
  await post(lead, `/api/teams/${teamId}/requests`)
  const { mine } = (await ask(lead, 'GET', `/api/teams/${teamId}`)) as unknown as { mine: { id: string } }
  for (const move of ['accept', 'appoint']) await post(cast.admin, `/api/team-members/${mine.id}/transitions`, { move })
  return { lead: Object.assign(lead, { number }), teamId: String(teamId) }
}

test('the photo of the service closes both: the case waits for 核查 with it, whoever led cannot check, and it counts once', async () => {
  const { lead, teamId } = await aTeam()
  const id = await caseAt('processing')
  await serve(lead, teamId, id)
  expect(await stateOf(id)).toBe('handled')
  const view = (await ask(cast.reviewer, 'GET', `/api/cases/${id}`)) as unknown as {
    after: object[]
    events: { kind: string; note: string; byZh: string }[]
  }
  expect(view.after).toHaveLength(1)
  expect(view.events[0]).toMatchObject({ kind: 'serve', note: '杂物已清走', byZh: '志愿服务队' })
  await tick(world.deps)
  const mine = (await ask(cast.lin, 'GET', `/api/my-cases/${id}`)) as unknown as { events: { zh: string }[] }
  expect(JSON.stringify(mine.events)).toContain('志愿者处置完成，等待核查')
  await world.db.execute(
    sql`insert into role_grants (id, person_id, role, scope_zh, granted_at) values ('lead-verifier', ${lead.id}, 'verifier', '', ${world.now().toISOString()})`,
  )
  await wake(lead)
  const close = { key: key(), move: 'close', conditions: ['设施完好'], photos: [await photo(lead)] }
  expect(await ask(lead, 'POST', `/api/cases/${id}/transitions`, close)).toMatchObject({ status: 403 })
  await post(cast.verifier, `/api/cases/${id}/transitions`, {
    move: 'redo',
    note: '角落还有',
    photos: [await photo(cast.verifier)],
  })
  await tick(world.deps)
  expect(await stateOf(id)).toBe('processing')
})

test('a service for a case that no unit has yet waits until it is dispatched', async () => {
  const { lead, teamId } = await aTeam()
  const id = await caseAt('filed')
  await serve(lead, teamId, id)
  expect(await stateOf(id)).toBe('filed')
  await post(cast.reviewer, `/api/cases/${id}/transitions`, { move: 'dispatch', unitId: UNIT })
  await Promise.all([tick(world.deps), tick(world.deps)])
  expect(await stateOf(id)).toBe('handled')
})
