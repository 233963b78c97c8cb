import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { codeAt, shiftKeyOf } from '../../shared/volunteering/codes'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, volunteer, anActivity, signUp, signUpId, code, show, lead, board, rows, deps, key } = world
const leader = await volunteer('周建国')
let ma: Person
let sun: Person
beforeAll(async () => {
  ma = await volunteer('马莉')
  sun = await volunteer('孙伟')
})

/** 09:00-11:00 with these people signed up, the clock at 08:50. */
async function aShift(day: string, people: readonly Person[], more: object = {}) {
  world.at(at('08:00', day))
  const span = { from: at('09:00', day), to: at('11:00', day), leader, ...more }
  const { id, shifts } = await anActivity({ shifts: [span] })
  const shiftId = shifts[0]?.id ?? ''
  const ids = []
  for (const person of people) {
    world.at(new Date(world.now().getTime() + 1000))
    expect(await signUp(person, shiftId)).toMatchObject({ status: 200 })
    ids.push(await signUpId(person, shiftId))
  }
  world.at(at('08:50', day))
  return { activityId: id, shiftId, ids: ids as [string, ...string[]] }
}
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

test('forgotten check-outs stop the list until the leader closes them at the planned end, marked; then each is granted once', async () => {
  const { shiftId, ids } = await aShift('2026-07-06', [ma, sun])
  const { text } = await code(leader, shiftId, 'in')
  await show(ma, ids[0], 'in', text)
  expect(await lead(leader, shiftId, 'closings')).toMatchObject({ refused: 'wrong_state' })
  world.at(at('12:00', '2026-07-06'))
  expect(await show(ma, ids[0], 'out', text)).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('领队'),
  })
  expect(await ask(ma, 'GET', '/api/my-hours?size=1')).toMatchObject({
    records: { items: [{ state: 'no_check_out', minutes: null }] },
  })
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('1 人没有签退'),
  })
  expect(await lead(leader, shiftId, 'closings')).toMatchObject({
    status: 200,
    inside: 0,
    roster: [{ creditedMinutes: 120, flags: ['place_unknown', 'auto_closed'] }, { state: 'absent' }],
  })
  const body = { key: key() }
  const confirmed = await lead(leader, shiftId, 'confirmations', body)
  expect(confirmed).toMatchObject({ status: 200, recorded: 1, roster: [{}, { signUpState: 'no_show' }] })
  expect(await lead(leader, shiftId, 'confirmations', body)).toEqual(confirmed)
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({ zh: '名单已全部确认' })
  const granted = sql`select l.minutes from hours_ledger l join service_records r on r.id = l.record_id where r.sign_up_id = ${ids[0]}`
  expect(await rows(granted)).toEqual([{ minutes: 120 }])
  expect(await events(ids[0])).toMatchObject([{ kind: 'check_in' }, { kind: 'auto_close' }, { kind: 'leader_confirm' }])
})

test('two confirmations at the same moment grant the hours once', async () => {
  const { shiftId, ids } = await aShift('2026-07-07', [ma])
  await show(ma, ids[0], 'in', (await code(leader, shiftId, 'in')).text)
  world.at(at('10:00', '2026-07-07'))
  await show(ma, ids[0], 'out', (await code(leader, shiftId, 'out')).text)
  const both = await Promise.all([lead(leader, shiftId, 'confirmations'), lead(leader, shiftId, 'confirmations')])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  const records = await rows(
    sql`select credited_minutes, raw_minutes from service_records where sign_up_id = ${ids[0]}`,
  )
  expect(records).toEqual([{ credited_minutes: 70, raw_minutes: 70 }])
  expect(await show(ma, ids[0], 'in', (await code(leader, shiftId, 'in')).text)).toMatchObject({
    refused: 'wrong_state',
  })
})

test('a leader’s own hours wait for a second person, and the board says so', async () => {
  const { shiftId, ids } = await aShift('2026-07-08', [leader, ma])
  const mine = await code(leader, shiftId, 'in')
  await show(leader, ids[0], 'in', mine.text)
  await show(ma, ids[1] ?? '', 'in', mine.text)
  expect(await lead(leader, shiftId, 'ticks', { signUpId: ids[0], direction: 'out' })).toMatchObject({
    refused: 'forbidden',
  })
  world.at(at('11:00', '2026-07-08'))
  const out = await code(leader, shiftId, 'out')
  await show(leader, ids[0], 'out', out.text)
  await show(ma, ids[1] ?? '', 'out', out.text)
  const confirmed = await lead(leader, shiftId, 'confirmations')
  expect(confirmed).toMatchObject({ status: 200, recorded: 1, noteZh: expect.stringContaining('不能由自己认定') })
  expect(confirmed.roster).toMatchObject([
    { isMine: true, isRecorded: false, flags: ['place_unknown', 'leader_self'] },
    { isRecorded: true },
  ])
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({ zh: expect.stringContaining('不能由自己认定') })
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

test.each(['hours_ledger', 'attendance_events', 'service_records', 'sign_up_events'])(
  'the database itself refuses to rewrite or delete %s',
  async (table) => {
    expect((await rows(sql`select 1 from ${sql.identifier(table)}`)).length).toBeGreaterThan(0)
    await expect(rows(sql`update ${sql.identifier(table)} set id = id`)).rejects.toThrow()
    await expect(rows(sql`delete from ${sql.identifier(table)}`)).rejects.toThrow()
    await expect(rows(sql`truncate ${sql.identifier(table)} cascade`)).rejects.toThrow()
  },
)

test('the database refuses an eleventh seat and two overlapping records, whoever writes', async () => {
  await expect(rows(sql`update posts set taken = capacity + 1`)).rejects.toMatchObject({
    cause: { constraint: 'posts_seats' },
  })
  await expect(
    rows(sql`insert into service_records select 'copy', s.id, r.person_id, r.served_from, r.served_to, 60, 60, 'strong',
      false, 'x', now() from service_records r join sign_ups s on s.person_id = r.person_id
      where r.served_to > r.served_from and not exists (select 1 from service_records o where o.sign_up_id = s.id) limit 1`),
  ).rejects.toMatchObject({ cause: { constraint: 'service_records_no_overlap' } })
})

test('a total is the sum of the ledger, by person and by month', async () => {
  world.at(at('23:00', '2026-07-12'))
  const hours = await ask(ma, 'GET', '/api/my-hours')
  const [row] = await rows<{ sum: number }>(
    sql`select sum(minutes)::int as sum from hours_ledger where person_id = ${ma.id}`,
  )
  const months = hours.months as { minutes: number }[]
  expect(hours.totalMinutes).toBe(row?.sum)
  expect(months.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(row?.sum)
  expect(row?.sum).toBe(120 + 70 + 120)
})
