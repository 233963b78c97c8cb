import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, person, volunteer, anActivity, signUp, signUpId, code, show, lead, rows, teamId } = world

const admin = await person('韩立', [['admin']])
const reviewer = await person('何敏', [['reviewer']])
const draft = (more: object = {}) => ({
  key: key(),
  title: '周末护河',
  summary: '沿步道捡拾垃圾。',
  kind: 'greening',
  teamId,
  placeZh: '亲水平台',
  position: { lng: 107.766, lat: 32.983 },
  riskZh: '临水作业，请走步道内侧。',
  signUpEndsAt: at('18:00', '2026-06-28').toISOString(),
  contactZh: '周师傅 0916-6212345',
  shifts: [
    {
      startsAt: at('08:30', '2026-06-29').toISOString(),
      endsAt: at('11:30', '2026-06-29').toISOString(),
      leaderNumber: leader.number,
      posts: [{ name: '清捡组', capacity: 20 }],
    },
  ],
  ...more,
})
const create = (more: object = {}) => ask(admin, 'POST', '/api/activities', draft(more))
const move = (who: { token: string }, id: unknown, name: string, more: object = {}) =>
  ask(who, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: name, ...more })

test('an activity is drafted by one person, published by another, and unseen until then', async () => {
  const body = draft()
  const made = await ask(admin, 'POST', '/api/activities', body)
  expect(made).toMatchObject({ status: 200, state: 'draft', phase: null, moves: ['submit', 'cancel'] })
  expect(await ask(admin, 'POST', '/api/activities', body)).toEqual(made)
  const stranger = await volunteer('马莉')
  expect(await ask(stranger, 'GET', `/api/activities/${made.id}`)).toMatchObject({ status: 404 })
  const hidden = (made.shifts as { id: string }[])[0]?.id ?? ''
  expect(await signUp(stranger, hidden)).toMatchObject({ status: 404 })
  expect(await move(reviewer, made.id, 'publish')).toMatchObject({ refused: 'wrong_state' })
  expect(await move(admin, made.id, 'submit')).toMatchObject({ state: 'in_review', moves: ['cancel'] })
  expect(await ask(reviewer, 'GET', '/api/activity-desk')).toMatchObject({
    items: [{ id: made.id, state: 'in_review' }],
  })
  expect(await move(reviewer, made.id, 'return')).toMatchObject({ status: 422, refused: 'missing', field: 'note' })
  expect(await move(reviewer, made.id, 'return', { note: '请写明雨天安排' })).toMatchObject({ state: 'draft' })
  await move(admin, made.id, 'submit')
  expect(await move(reviewer, made.id, 'publish')).toMatchObject({ state: 'published', phase: 'open' })
  expect(await ask(null, 'GET', `/api/activities/${made.id}`)).toMatchObject({ status: 200, moves: [] })
  expect(await signUp(stranger, hidden)).toMatchObject({ status: 200 })
})

test('nobody publishes an activity of their own, and a risky one needs insurance and adults', async () => {
  const both = await person('兼任', [['admin'], ['reviewer']])
  const own = await ask(both, 'POST', '/api/activities', draft())
  await move(both, own.id, 'submit')
  expect(await move(both, own.id, 'publish')).toMatchObject({ status: 403, refused: 'forbidden' })
  const risky = await create({ isRisky: true })
  expect(await move(admin, risky.id, 'submit')).toMatchObject({ refused: 'missing', field: 'insuranceNo' })
  const young = await create({ isRisky: true, insuranceNo: 'P-1', minAge: 16 })
  expect(await move(admin, young.id, 'submit')).toMatchObject({ refused: 'invalid', field: 'minAge' })
})

test.each([
  ['an unknown team', { teamId: 'nowhere' }, 'teamId'],
  ['a leader who is no volunteer', { shifts: [{ ...draft().shifts[0], leaderNumber: '0000000000' }] }, 'shifts'],
  [
    'a shift that ends before it starts',
    { shifts: [{ ...draft().shifts[0], endsAt: at('08:00', '2026-06-29').toISOString() }] },
    'shifts',
  ],
  ['a deadline after the end', { signUpEndsAt: at('18:00', '2026-06-30').toISOString() }, 'signUpEndsAt'],
])('a draft with %s is refused at its field', async (_, more, field) => {
  expect(await create(more)).toMatchObject({ status: 422, refused: 'invalid', field })
})

test('a cancelled activity gives back time and seats, makes no no-show and keeps the minutes already measured', async () => {
  world.at(at('08:00'))
  const span = { from: at('09:00'), to: at('11:00'), leader }
  const { id, shifts } = await anActivity({ shifts: [span] })
  const shiftId = shifts[0]?.id ?? ''
  const [here, away] = [await volunteer('孙伟'), await volunteer('吴刚')]
  await signUp(here, shiftId)
  await signUp(away, shiftId)
  world.at(at('09:00'))
  const signUpOfHere = await signUpId(here, shiftId)
  await show(here, signUpOfHere, 'in', (await code(leader, shiftId, 'in')).text)
  const admin = await person('值班', [['admin']])
  const body = { key: key(), note: '暴雨' }
  expect(await move(admin, id, 'cancel', body)).toMatchObject({ state: 'cancelled', seats: { taken: 1 } })
  expect(await move(admin, id, 'cancel', body)).toMatchObject({ state: 'cancelled' })
  const states = sql`select state from sign_ups where shift_id = ${shiftId} order by state`
  expect(await rows(states)).toEqual([{ state: 'approved' }, { state: 'cancelled_by_org' }])
  const again = await anActivity({ signUpEndsAt: at('11:00'), shifts: [span] })
  expect(await signUp(away, again.shifts[0]?.id ?? '')).toMatchObject({ status: 200 })
  world.at(at('09:40'))
  expect(await show(here, signUpOfHere, 'out', (await code(leader, shiftId, 'out')).text)).toMatchObject({
    status: 200,
  })
  world.at(at('12:00'))
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({ status: 200, recorded: 1 })
  expect(await ask(here, 'GET', '/api/my-hours')).toMatchObject({ totalMinutes: 40 })
  const later = await person('值班', [['admin']])
  expect(await move(later, again.id, 'settle')).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('1 人'),
  })
})
