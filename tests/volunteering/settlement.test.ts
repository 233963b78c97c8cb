import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, leader, volunteer, aShift, code, show, lead, rows, key } = world
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
      false, 'x', now() from service_records r cross join sign_ups s
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
