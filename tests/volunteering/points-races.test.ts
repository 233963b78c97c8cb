import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { sweepPoints } from '../../functions/volunteering/points/sweep-actions'
import { crowd } from '../kit/contention'
import { freshPostgres } from '../kit/databases'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openLedger(real ? { db: real.db } : {})
const { ask, key, rows, admin } = world

test('200 exchanges at once of ten items: never below none, and a key debits once', async () => {
  const people: Person[] = []
  for (let i = 0; i < 10; i++) people.push(await world.volunteer(`志愿者${i}`))
  await world.served('2026-07-01', people)
  await Promise.all([sweepPoints(world.deps), sweepPoints(world.deps), sweepPoints(world.deps)])
  await sweepPoints(world.deps)
  expect(await rows(sql`select distinct available from volunteer_point_balances`)).toEqual([{ available: 2 }])
  await world.wake(...people)
  const shelf = { zh: '环保袋', points: 1, stock: 10, placeZh: '滨江站', windowZh: '周一至周五', keepDays: 7 }
  const { id } = await ask(admin, 'POST', '/api/point-items', { key: key(), ...shelf })
  const keys = people.map(() => [key(), key()])
  const reserve = (i: number) => {
    const own = keys[i % 10]?.[i % 20 < 10 ? 0 : 1]
    return ask(people[i % 10] ?? null, 'POST', `/api/point-items/${id}/exchanges`, { key: own })
  }
  const answers = await crowd('exchanges', rows, () => Promise.all(Array.from({ length: 200 }, (_, i) => reserve(i))))
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  expect(await rows(sql`select stock from point_items where id = ${id}`)).toEqual([{ stock: 0 }])
  expect(
    await rows(sql`select count(*)::int as n, count(distinct (select s.key from sends s where s.subject_id = e.id))::int as keys
      from point_exchanges e`),
  ).toEqual([{ n: 10, keys: 10 }])
  expect(
    await rows(sql`select sum(available)::int as available, sum(reserved)::int as reserved, min(available) >= 0 as fine
      from volunteer_point_balances`),
  ).toEqual([{ available: 10, reserved: 10, fine: true }])
  const live = await rows<{ id: string; person: string }>(sql`select id, person_id as person from point_exchanges`)
  const ends = live.flatMap(({ id: one, person }) => {
    const owner = people.find((p) => p.id === person) ?? null
    const end = () => ask(owner, 'POST', `/api/point-exchanges/${one}/cancellations`, { key: key() })
    return Array.from({ length: 5 }, () => end)
  })
  const ended = await crowd('cancellations', rows, () => Promise.all(ends.map((end) => end())))
  expect(ended.filter(({ status }) => status === 200)).toHaveLength(10)
  expect(
    await rows(sql`select sum(available)::int as a, sum(reserved)::int as r from volunteer_point_balances`),
  ).toEqual([{ a: 20, r: 0 }])
  expect(await rows(sql`select stock from point_items where id = ${id}`)).toEqual([{ stock: 10 }])
}, 120_000)
