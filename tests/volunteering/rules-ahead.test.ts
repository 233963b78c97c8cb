import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { sweepPoints } from '../../functions/volunteering/points/sweep-actions'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { admin, ask, db, post, rows, served, volunteer, wake } = world
let ma: Person
beforeAll(async () => {
  await world.settle()
  ma = await volunteer('马莉莉')
  world.at(at('08:00', '2026-07-01'))
  await wake(ma)
})

test('the star levels move all at once and ascend; an application already made keeps its own', async () => {
  await db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, served_at, reason_zh, actor_id, at)
    values (${crypto.randomUUID()}, ${ma.id}, 'opening', ${130 * 60}, 'medium', now(), '期初', 'x', now())`)
  expect(await post(ma, '/api/my-stars', { stars: 1 })).toMatchObject({ status: 200 })
  const { version, numbers } = (await ask(admin, 'GET', '/api/volunteering-rules')) as unknown as {
    version: number
    numbers: object
  }
  const stars = { star1: 300, star2: 600, star3: 1000, star4: 1500, star5: 2000 }
  const body = { version, numbers: { ...numbers, ...stars } }
  expect(await post(admin, '/api/volunteering-rules/changes', body)).toMatchObject({ status: 200, numbers: stars })
  expect(await rows(sql`select stars, hours from star_levels order by stars`)).toEqual(
    Object.values(stars).map((hours, i) => ({ stars: i + 1, hours })),
  )
  const { levels } = await ask(ma, 'GET', '/api/my-stars')
  expect((levels as object[])[0]).toMatchObject({ hours: 300, mayApply: false, application: { hours: 100 } })
  const journal = sql`select before->>'星级·一星志愿者满' as was, after->>'星级·一星志愿者满' as "is" from setting_changes
    where kind = 'volunteering_rules_changed'`
  expect(await rows(journal)).toEqual([{ was: '100 小时', is: '300 小时' }])
  await expect(db.execute(sql`update star_levels set hours = 600 where stars = 1`)).rejects.toThrow()
})

const setPoints = (startsOn: string, pointsPerHour: number, keptYears: number, more: object = {}) =>
  post(admin, '/api/volunteer-point-rules', { startsOn, pointsPerHour, keptYears, ...more })
const granted = () =>
  rows(sql`select amount, expires_on::text as "on" from volunteer_point_postings
    where person_id = ${ma.id} order by expires_on desc, amount`)

test('a points rule counts from its day on, is set again only before it, and never touches what was granted', async () => {
  await served('2026-07-02', [ma])
  await sweepPoints(world.deps)
  expect(await ask(admin, 'GET', '/api/volunteer-point-rules')).toMatchObject({
    ...{ items: [{ pointsPerHour: 1, keptYears: 1, hasBegun: true }], from: '2026-07-03' },
  })
  const under = crypto.randomUUID()
  for (let i = 0; i < 2; i++)
    expect(await setPoints('2026-07-05', 3, 0, { key: under })).toMatchObject({
      ...{ status: 200, items: [{ startsOn: '2026-07-05', pointsPerHour: 3, hasBegun: false }, {}] },
    })
  expect(await setPoints('2026-07-05', 2, 0)).toMatchObject({ items: [{ pointsPerHour: 2 }, {}] })
  expect(
    await rows(sql`select before->>'每满一小时' as was, after->>'每满一小时' as "is", after->>'到期' as "end"
      from setting_changes where kind = 'point_rule_changed' order by before->>'每满一小时'`),
  ).toEqual([
    { was: '1 分', is: '3 分', end: '当年年底' },
    { was: '3 分', is: '2 分', end: '当年年底' },
  ])
  await served('2026-07-04', [ma])
  await served('2026-07-06', [ma])
  await sweepPoints(world.deps)
  expect(await granted()).toEqual([
    { amount: 2, on: '2027-12-31' },
    { amount: 2, on: '2027-12-31' },
    { amount: 4, on: '2026-12-31' },
  ])
  const round = at('08:00', '2026-07-06').toISOString()
  for (const sneaky of [
    sql`update volunteer_point_rules set points_per_hour = 9, set_at = ${round}::timestamptz where starts_on = '2026-07-05'`,
    sql`delete from volunteer_point_rules where starts_on = '2026-07-05'`,
    sql`insert into volunteer_point_rules values ('2026-07-03', 9, 1, ${round}::timestamptz)`,
  ])
    await expect(db.execute(sneaky)).rejects.toThrow()
})

test('one that reaches back, is out of range or changes nothing is refused in words', async () => {
  const before = await rows(sql`select * from volunteer_point_rules`)
  const wrong = [
    [await setPoints('2026-07-06', 5, 1), 422, 'startsOn', '最早从明天起'],
    [await setPoints('2032-01-01', 5, 1), 422, 'startsOn', '三年'],
    [await setPoints('2026-08-01', 101, 1), 422, 'pointsPerHour', '0 到 100'],
    [await setPoints('2026-08-01', 1.5, 1), 422, 'pointsPerHour', '0 到 100'],
    [await setPoints('2026-08-01', 5, 11), 422, 'keptYears', '0 到 10'],
    [await setPoints('2026-08-01', 2, 0), 422, undefined, '没有改动'],
    [await setPoints('2026-02-30', 5, 1), 400, 'startsOn', '日期'],
  ] as const
  for (const [answer, status, field, zh] of wrong)
    expect(answer).toMatchObject({ status, ...(field ? { field } : {}), zh: expect.stringContaining(zh) })
  await wake(ma, world.leader)
  for (const who of [ma, world.leader])
    expect(
      await post(who, '/api/volunteer-point-rules', { startsOn: '2026-08-01', pointsPerHour: 5, keptYears: 1 }),
    ).toMatchObject({ refused: 'forbidden' })
  expect(await rows(sql`select * from volunteer_point_rules`)).toEqual(before)
})

test('of two who set the same day at once one is told', async () => {
  const answers = await Promise.all([4, 5].map((points) => setPoints('2026-09-01', points, 1)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})
