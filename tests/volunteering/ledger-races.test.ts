import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { crowd } from '../kit/contention'
import { freshPostgres } from '../kit/databases'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openLedger(real ? { db: real.db } : {})
const { admin, second, served, correct, move, ledgerOf, lead, leader, aShift, code, show, rows } = world
const times = <T>(n: number, of: () => Promise<T>) => Promise.all(Array.from({ length: n }, of))
const broken = () =>
  rows(sql`select seq from (select l.*, lag(hash) over (order by seq) as before, row_number() over (order by seq) as n
    from hours_ledger l) l where seq <> n or prev_hash <> coalesce(before, '')`)

test('200 confirmations of one shift at once grant everybody once, and the chain has no fork', async () => {
  const people = []
  for (let i = 0; i < 6; i++) people.push(await world.volunteer(`志愿者${i}`))
  const { shiftId, ids } = await aShift('2026-07-01', people)
  world.at(at('09:00', '2026-07-01'))
  const { text } = await code(leader, shiftId, 'in')
  for (const [i, one] of people.entries()) await show(one, ids[i] ?? '', 'in', text)
  world.at(at('11:00', '2026-07-01'))
  const out = await code(leader, shiftId, 'out')
  for (const [i, one] of people.entries()) await show(one, ids[i] ?? '', 'out', out.text)
  const answers = await crowd('settlements of one shift', rows, () =>
    times(200, () => lead(leader, shiftId, 'confirmations')),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  for (const id of ids) expect(await ledgerOf(id)).toHaveLength(1)
  expect(await broken()).toEqual([])
}, 120_000)

test('200 approvals of one correction at once write it once', async () => {
  const ma = await world.volunteer('马莉')
  const { ids } = await served('2026-07-02', [ma])
  const asked = await correct(admin, ids[0], 10)
  const answers = await crowd('approvals of one correction', rows, () =>
    times(200, () => move(second, asked.id, 'approve')),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  expect(await ledgerOf(ids[0])).toMatchObject([{ minutes: 120 }, { minutes: -120 }, { minutes: 10 }])
}, 120_000)

test('two administrators who correct the same record at once: one is told to look again', async () => {
  const sun = await world.volunteer('孙伟')
  const { ids } = await served('2026-07-03', [sun])
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, (_, i) => correct(admin, ids[0], 70 + i)),
    ...Array.from({ length: 20 }, (_, i) => correct(second, ids[0], 100 + i)),
  ])
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  const applied = answers.filter(({ status }) => status === 200).length
  expect(applied).toBeGreaterThan(0)
  const all = await ledgerOf(ids[0])
  expect(all).toHaveLength(1 + applied * 2)
  const last = all.at(-1)?.minutes
  expect(all.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(last)
  expect(await broken()).toEqual([])
}, 120_000)

test('200 shifts settled at once: everybody is granted once, one row after another in one chain', async () => {
  const day = '2026-07-04'
  world.at(at('06:00', day))
  const hours = ['08', '09', '10', '11', '12', '13', '14', '15']
  const span = (i: number) => ({ from: at(`${hours[i % 8]}:00`, day), to: at(`${hours[i % 8]}:50`, day), leader })
  const made = await Promise.all(Array.from({ length: 200 }, (_, i) => world.anActivity({ shifts: [span(i)] })))
  const shifts = made.map(({ shifts: [shift] }) => shift?.id ?? '')
  const people: Person[] = []
  for (let i = 0; i < 25; i++) people.push(await world.volunteer(`服务者${i}`))
  for (const [i, shiftId] of shifts.entries())
    expect(await world.signUp(people[Math.floor(i / 8)] ?? leader, shiftId)).toMatchObject({ status: 200 })
  await rows(sql`insert into attendance_events (id, sign_up_id, kind, method, nonce, counts_at, server_at, verdict, actor_id, note)
    select u.id || kind, u.id, kind, 'leader_confirm', kind, at, at, 'unknown', ${leader.id}, '没带手机' from sign_ups u,
      lateral (values ('check_in', u.starts_at), ('check_out', u.ends_at)) e(kind, at) where u.shift_id in ${shifts}`)
  world.at(at('17:00', day))
  const settle = () => Promise.all(shifts.map((shiftId) => lead(leader, shiftId, 'confirmations')))
  const answers = await crowd('settlements of 200 shifts', rows, settle)
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  // Who got no connection in time presses again.
  for (const [i, { status }] of answers.entries())
    if (status !== 200) expect(await lead(leader, shifts[i] ?? '', 'confirmations')).toMatchObject({ status: 200 })
  const granted = sql`select count(*)::int as n, count(distinct l.record_id)::int as records, sum(l.minutes)::int as minutes
    from hours_ledger l join service_records r on r.id = l.record_id join sign_ups u on u.id = r.sign_up_id
    where u.shift_id in ${shifts}`
  expect(await rows(granted)).toEqual([{ n: 200, records: 200, minutes: 10_000 }])
  expect(await broken()).toEqual([])
}, 120_000)

test('20 approvals of one back-fill make one record and one grant', async () => {
  const zhao = await world.volunteer('赵燕')
  const { shiftId, ids } = await aShift('2026-07-05', [zhao])
  world.at(at('11:30', '2026-07-05'))
  await world.wake()
  const asked = await world.backfill(ids[0], shiftId, '2026-07-05')
  const answers = await times(20, () => move(second, asked.id, 'approve'))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await ledgerOf(ids[0])).toEqual([{ kind: 'grant', minutes: 90, evidence: 'supplemented' }])
}, 120_000)
