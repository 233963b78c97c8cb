import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { codeAt, shiftKeyOf } from '../../shared/volunteering/codes'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, leader, volunteer, anActivity, aShift, signUp, signUpId, code, show, lead, board, rows, deps, key } = world
let ma: Person
let sun: Person
beforeAll(async () => {
  ma = await volunteer('马莉')
  sun = await volunteer('孙伟')
})
const events = (id: string) =>
  rows<{ kind: string; method: string; verdict: string; bucket: string | null }>(
    sql`select kind, method, verdict, bucket from attendance_events where sign_up_id = ${id} order by counts_at, server_at`,
  )

test('no code opens another door: made up, of another shift, of the other direction, of a minute ago', async () => {
  const { shiftId, ids } = await aShift('2026-07-01', [ma])
  const other = await aShift('2026-07-01', [])
  const bad = async (shown: string) => {
    const answer = await show(ma, ids[0], 'in', shown)
    world.at(new Date(world.now().getTime() + 30_000))
    return [answer.status, answer.refused, answer.zh]
  }
  expect(await bad('hello')).toEqual([422, 'invalid', expect.stringContaining('不是签到码')])
  expect(await bad((await code(leader, other.shiftId, 'in')).text)).toEqual([
    422,
    'invalid',
    expect.stringContaining('另一场'),
  ])
  expect(await bad((await code(leader, shiftId, 'out')).text)).toEqual([
    422,
    'invalid',
    expect.stringContaining('签退码'),
  ])
  const old = await code(leader, shiftId, 'in')
  world.at(new Date(world.now().getTime() + 60_000))
  expect(await bad(old.text)).toEqual([422, 'invalid', expect.stringContaining('过期')])
  expect(await bad(old.digits)).toEqual([422, 'invalid', expect.stringContaining('过期')])
  expect(await events(ids[0])).toEqual([])
  const current = await code(leader, shiftId, 'in')
  world.at(new Date(world.now().getTime() + 30_000))
  expect(await show(ma, ids[0], 'in', current.text)).toMatchObject({ status: 200, shift: { state: 'in' } })
})

test('a sixth try within a minute is refused, even with the right code; a minute later it works', async () => {
  const { shiftId, ids } = await aShift('2026-07-02', [ma])
  for (let i = 0; i < 5; i++) expect(await show(ma, ids[0], 'in', '00000000')).toMatchObject({ refused: 'invalid' })
  const right = () => code(leader, shiftId, 'in')
  expect(await show(ma, ids[0], 'in', (await right()).digits)).toMatchObject({ status: 429, refused: 'too_many' })
  world.at(at('08:51', '2026-07-02'))
  expect(await show(ma, ids[0], 'in', (await right()).digits)).toMatchObject({ status: 200, shift: { state: 'in' } })
})

test('a check-in sent again under its key adds nothing; another key finds the person already there', async () => {
  const { shiftId, ids } = await aShift('2026-07-03', [ma])
  const { text } = await code(leader, shiftId, 'in')
  const nonce = { key: key() }
  const both = await Promise.all([show(ma, ids[0], 'in', text, nonce), show(ma, ids[0], 'in', text, nonce)])
  expect(both).toMatchObject([{ status: 200 }, { status: 200 }])
  expect(await show(ma, ids[0], 'in', text, nonce)).toMatchObject({ status: 200, shift: { state: 'in' } })
  expect(await show(ma, ids[0], 'in', text)).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('已签到'),
  })
  expect(await events(ids[0])).toMatchObject([{ kind: 'check_in', method: 'qr' }])
})

test('a place is advice: far away is let in and marked, no position is unknown, and no coordinate is stored', async () => {
  const { shiftId, ids } = await aShift('2026-07-04', [ma, sun])
  const { text } = await code(leader, shiftId, 'in')
  const position = { lng: 107.79, lat: 32.983, accuracyM: 30 }
  expect(await show(ma, ids[0], 'in', text, { position })).toMatchObject({ status: 200, shift: { verdict: 'outside' } })
  expect(await show(sun, ids[1] ?? '', 'in', text)).toMatchObject({ status: 200, shift: { verdict: 'unknown' } })
  expect(await events(ids[0])).toMatchObject([{ verdict: 'outside', bucket: 'to_5km' }])
  const stored = JSON.stringify(await rows(sql`select * from attendance_events where sign_up_id = ${ids[0]}`))
  expect(stored).not.toMatch(/107\.7|32\.98/)
  expect(await board(leader, shiftId)).toMatchObject({ roster: [{ flags: ['outside'] }, { flags: ['place_unknown'] }] })
})

test('a leader ticks who came without a phone: medium evidence, the attested time, no time in the future', async () => {
  const { shiftId, ids } = await aShift('2026-07-09', [ma])
  world.at(at('09:30', '2026-07-09'))
  const tick = (body: object) => lead(leader, shiftId, 'ticks', { signUpId: ids[0], ...body })
  expect(await tick({ direction: 'out' })).toMatchObject({ refused: 'wrong_state' })
  const early = at('09:10', '2026-07-09').toISOString()
  expect(await tick({ direction: 'in', at: at('09:31', '2026-07-09').toISOString() })).toMatchObject({
    refused: 'invalid',
    field: 'at',
  })
  expect(await tick({ direction: 'in', at: early, note: '手机没电' })).toMatchObject({
    status: 200,
    roster: [{ state: 'in', checkedInAt: early, evidence: 'medium', flags: ['leader_ticked'] }],
  })
  world.at(at('10:00', '2026-07-09'))
  expect(await tick({ direction: 'out' })).toMatchObject({ roster: [{ state: 'out', creditedMinutes: 50 }] })
})

test('to anyone but its leader a shift has no board, no code and no buttons', async () => {
  const { shiftId, ids } = await aShift('2026-07-10', [ma])
  const stranger = await volunteer('路人', 'adult', [['admin']])
  for (const who of [ma, stranger]) {
    expect(await board(who, shiftId)).toMatchObject({ status: 404, refused: 'not_found' })
    expect(await ask(who, 'GET', `/api/led-shifts/${shiftId}/code?direction=in`)).toMatchObject({ status: 404 })
    expect(await lead(who, shiftId, 'confirmations')).toMatchObject({ status: 404 })
    expect(await lead(who, shiftId, 'closings')).toMatchObject({ status: 404 })
    expect(await lead(who, shiftId, 'ticks', { signUpId: ids[0], direction: 'in' })).toMatchObject({ status: 404 })
  }
  expect(await show(sun, ids[0], 'in', '12345678')).toMatchObject({ status: 404 })
  expect(await ask(sun, 'GET', `/api/sign-ups/${ids[0]}/attendance`)).toMatchObject({ status: 404 })
  expect(await ask(leader, 'GET', '/api/led-shifts?size=1')).toMatchObject({ items: [{ id: shiftId, signedUp: 1 }] })
  expect(await board(null as unknown as Person, shiftId)).toMatchObject({ status: 401 })
})

test('a code is only shown and only taken while the shift is on, and knows the shift’s own key', async () => {
  const { shiftId, ids } = await aShift('2026-07-11', [ma])
  world.at(at('08:30', '2026-07-11'))
  expect(await ask(leader, 'GET', `/api/led-shifts/${shiftId}/code?direction=in`)).toMatchObject({
    refused: 'wrong_state',
  })
  const early = codeAt({ shiftKey: shiftKeyOf(deps.secret, shiftId), shiftId, direction: 'in' }, world.now())
  expect(await show(ma, ids[0], 'in', early.text)).toMatchObject({ refused: 'wrong_state', zh: '签到 08:45 开始' })
  world.at(at('08:45', '2026-07-11'))
  expect(await show(ma, ids[0], 'in', (await code(leader, shiftId, 'in')).digits)).toMatchObject({ status: 200 })
})

test('who forgot to check out of a shift still on cannot be at a second one', async () => {
  const first = await aShift('2026-07-12', [ma])
  await show(ma, first.ids[0], 'in', (await code(leader, first.shiftId, 'in')).text)
  const { shifts } = await anActivity({
    shifts: [{ from: at('11:00', '2026-07-12'), to: at('12:00', '2026-07-12'), leader }],
  })
  const second = shifts[0]?.id ?? ''
  await signUp(ma, second)
  const id = await signUpId(ma, second)
  world.at(at('10:50', '2026-07-12'))
  expect(await show(ma, id, 'in', (await code(leader, second, 'in')).text)).toMatchObject({
    zh: expect.stringContaining('还没签退'),
  })
  world.at(at('11:05', '2026-07-12'))
  expect(await show(ma, id, 'in', (await code(leader, second, 'in')).text)).toMatchObject({ status: 200 })
  const late = await show(ma, first.ids[0], 'out', (await code(leader, first.shiftId, 'out')).text)
  expect(late).toMatchObject({ refused: 'wrong_state', zh: expect.stringContaining('按计划结束时间') })
})
