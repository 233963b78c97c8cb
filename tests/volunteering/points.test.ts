import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { moveBalance, pointsOfRow } from '../../shared/volunteering/points/rules'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { ask, key, rows, admin, second, reviewer, served, correct, move } = world
let ma: Person & { number: string }
let item = ''
const post = (as: Person, path: string, body: object = {}) => ask(as, 'POST', path, { key: key(), ...body })
const mine = (as: Person) => ask(as, 'GET', '/api/my-points')
const reserve = (as: Person, id = item) => post(as, `/api/point-items/${id}/exchanges`)
const create = (points: number, stock: number) =>
  post(admin, '/api/point-items', {
    ...{ zh: '环保袋', points, stock, placeZh: '滨江站', windowZh: '周一至周五' },
    keepDays: 7,
  })
/** Postings and balances tell the same story for everybody. */
const adrift = () =>
  rows(sql`select b.person_id from volunteer_point_balances b, lateral (
    select coalesce(sum(case 'person' when to_account then amount when from_account then -amount else 0 end), 0)::int as a,
      coalesce(sum(case 'reserved' when to_account then amount when from_account then -amount else 0 end), 0)::int as r
    from volunteer_point_postings p where p.person_id = b.person_id) s where s.a <> b.available or s.r <> b.reserved`)
const accounts = () =>
  rows<{ n: number }>(sql`select coalesce(sum(v.n), 0)::int as n from volunteer_point_postings p,
    lateral (values (p.to_account, p.amount), (p.from_account, -p.amount)) as v(account, n)`)
const wake = async () => {
  await world.wake(ma)
}

beforeAll(async () => {
  ma = await world.volunteer('马莉')
  await served('2026-07-01', [ma])
  await tick(world.deps)
  item = String((await create(1, 2)).id)
})

describe('earning', () => {
  test('a full measured hour is a point, once, however often it is swept', async () => {
    await tick(world.deps)
    expect(await mine(ma)).toMatchObject({
      available: 2,
      reserved: 0,
      debt: 0,
      nextExpiry: { on: '2027-12-31', amount: 2 },
    })
    await expect(rows(sql`update volunteer_point_postings set amount = 9`)).rejects.toThrow()
    await expect(rows(sql`delete from volunteer_point_marks`)).rejects.toThrow()
  })

  test('a back-fill earns nothing, for it was not measured', async () => {
    const sun = await world.volunteer('孙伟')
    const { shiftId, ids } = await world.aShift('2026-07-05', [sun])
    world.at(at('11:30', '2026-07-05'))
    await world.wake(sun)
    const asked = await world.backfill(ids[0], shiftId, '2026-07-05')
    expect(await move(second, asked.id, 'approve')).toMatchObject({ status: 200 })
    await tick(world.deps)
    expect(await mine(sun)).toMatchObject({ available: 0, items: [] })
  })

  test('a correction takes back, never below none: the rest is owed and paid by the next hours', async () => {
    const zhao = await world.volunteer('赵燕')
    const { ids } = await served('2026-07-07', [zhao])
    await world.wake(zhao)
    await tick(world.deps)
    expect(await reserve(zhao)).toMatchObject({ status: 200, state: 'reserved', points: 1 })
    const asked = await correct(admin, ids[0], 10)
    expect(await move(second, asked.id, 'approve')).toMatchObject({ status: 200 })
    await tick(world.deps)
    expect(await mine(zhao)).toMatchObject({ available: 0, reserved: 1, debt: 1 })
    const [{ id }] = (await mine(zhao)).exchanges as [{ id: string }]
    expect(await post(zhao, `/api/point-exchanges/${id}/cancellations`)).toMatchObject({
      state: 'cancelled',
      code: null,
    })
    expect(await mine(zhao)).toMatchObject({ available: 0, reserved: 0, debt: 0 })
    expect(await adrift()).toEqual([])
  })
})

describe('exchange', () => {
  test('the code is used once, by somebody else, and is nowhere in the database', async () => {
    await wake()
    const made = await reserve(ma)
    expect(made.code).toMatch(/^[2-9A-Z]{8}$/)
    expect(JSON.stringify(await rows(sql`select * from point_exchanges`))).not.toContain(made.code)
    const redeem = (as: Person, code: unknown) => post(as, '/api/point-redemptions', { code })
    expect(await redeem(ma, made.code)).toMatchObject({ status: 403 })
    expect(await redeem(reviewer, 'AAAAAAAA')).toMatchObject({ status: 404 })
    expect(await redeem(reviewer, String(made.code).toLowerCase())).toMatchObject({
      status: 200,
      state: 'redeemed',
      code: null,
    })
    expect(await redeem(second, made.code)).toMatchObject({ status: 409 })
    expect(await mine(ma)).toMatchObject({ available: 1, reserved: 0 })
    const clerk = await world.person('兑换员', [['reviewer']])
    await rows(sql`insert into volunteer_point_balances (person_id, available) values (${clerk.id}, 0)`)
    expect(await reserve(clerk)).toMatchObject({ status: 409 })
  })

  test('the same key debits once, an empty shelf and too few points are told, a cancel gives everything back', async () => {
    await wake()
    const one = key()
    const send = () => ask(ma, 'POST', `/api/point-items/${item}/exchanges`, { key: one })
    const [first, again] = [await send(), await send()]
    expect(again).toMatchObject({ status: 200, id: first.id, code: first.code })
    expect(await mine(ma)).toMatchObject({ available: 0, reserved: 1 })
    expect(await reserve(ma)).toMatchObject({ status: 409 })
    await post(ma, `/api/point-exchanges/${first.id}/cancellations`)
    expect(await post(ma, `/api/point-exchanges/${first.id}/cancellations`)).toMatchObject({ status: 409 })
    expect(await mine(ma)).toMatchObject({ available: 1, reserved: 0 })
    expect(await reserve(ma, String((await create(1, 0)).id))).toMatchObject({ status: 409, refused: 'full' })
    const stocks = (await ask(ma, 'GET', '/api/point-items')).items as { id: string; stock: number }[]
    expect(stocks.find(({ id }) => id === item)?.stock).toBe(1)
  })

  test('what nobody fetched comes back, and points go on the last day of the next year, once', async () => {
    await wake()
    const made = await reserve(ma)
    world.at(at('09:00', '2026-08-01'))
    await tick(world.deps)
    await tick(world.deps)
    await wake()
    expect(await post(reviewer, '/api/point-redemptions', { code: made.code })).toMatchObject({ status: 409 })
    expect(await mine(ma)).toMatchObject({ available: 1, reserved: 0 })
    world.at('2027-12-31T10:00:00+08:00')
    await tick(world.deps)
    await wake()
    expect(await mine(ma)).toMatchObject({ available: 1 })
    world.at('2028-01-01T00:30:00+08:00')
    await tick(world.deps)
    await tick(world.deps)
    await wake()
    const after = await mine(ma)
    expect(after).toMatchObject({ available: 0, nextExpiry: null })
    expect((after.items as object[])[0]).toMatchObject({ kind: 'expire', amount: -1 })
    expect(await adrift()).toEqual([])
    expect(await accounts()).toEqual([{ n: 0 }])
  })

  test('the shelf is changed on record, and a price never', async () => {
    await wake()
    expect(await post(admin, `/api/point-items/${item}/changes`, { addStock: 3, isOn: true })).toMatchObject({
      status: 200,
    })
    expect(await post(admin, `/api/point-items/${item}/changes`, { addStock: -99, isOn: true })).toMatchObject({
      status: 422,
    })
    expect(await rows(sql`select 1 from setting_changes where subject_id = ${item}`)).toHaveLength(2)
    await expect(rows(sql`update point_items set points = 1000`)).rejects.toThrow()
  })
})

describe('the rules', () => {
  const rule = [{ startsOn: '2020-01-01', pointsPerHour: 1, keptYears: 1 }]

  test('however rows come, a balance is never below none and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 })), (all) => {
        let [is, issued] = [{ available: 0, debt: 0 }, 0]
        for (const points of all) {
          const { earns, takes, is: next } = moveBalance(is, points)
          issued += earns - takes
          is = next
          expect(Math.min(is.available, is.debt)).toBe(0)
        }
        expect(is.available).toBe(issued)
        expect(is.available - is.debt).toBe(all.reduce((sum, one) => sum + one, 0))
      }),
    )
  })

  test('whatever corrections a record sees, its points are the full hours of what it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { minLength: 1 }), (totals) => {
        const servedAt = at('09:00')
        const steps = totals.map(
          (after, i) => pointsOfRow({ before: totals[i - 1] ?? 0, after, servedAt }, rule).points,
        )
        expect(steps.reduce((sum, one) => sum + one, 0)).toBe(Math.floor((totals.at(-1) ?? 0) / 60))
      }),
    )
  })
})
