import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openCounty, UNIT } from '../cases/world'

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
