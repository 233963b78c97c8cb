import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { RULE_IDS, VOLUNTEERING_RULES } from '../../shared/volunteering/rules/rules'
import { openWorld } from './world'

const { ask, key, person, volunteer, leader, rows } = await openWorld()
const admin = await person('韩立', [['admin']])
type Rules = { version: number; numbers: Record<string, number> }
const read = async () => (await ask(admin, 'GET', '/api/volunteering-rules')) as unknown as Rules
const change = (version: number, numbers: object, as = admin, under = key()) =>
  ask(as, 'POST', '/api/volunteering-rules/changes', { key: under, version, numbers })

test('the county changes its numbers, each with before and after; the house goes by them at once', async () => {
  const { version, numbers } = await read()
  expect(numbers).toMatchObject({ offerMinutes: 720, appealDays: 7, triage: 24, rate: 168 })
  const under = key()
  const next = { ...numbers, appealDays: 14, triage: 8 }
  for (let i = 0; i < 2; i++)
    expect(await change(version, next, admin, under)).toMatchObject({
      status: 200,
      version: version + 1,
      numbers: next,
    })
  expect(await rows(sql`select appeal_days, version from sign_up_rules`)).toEqual([
    { appeal_days: 14, version: version + 1 },
  ])
  expect(await rows(sql`select hours from service_order_clocks where step = 'triage'`)).toEqual([{ hours: 8 }])
  expect(
    await rows(sql`select before->>'点单时限·受理' as was, after->>'点单时限·受理' as "is", after->>'报名·记为未到后可申诉' as days
      from setting_changes where kind = 'volunteering_rules_changed'`),
  ).toEqual([{ was: '24 小时', is: '8 小时', days: '14 天' }])
})

test('an older copy, no change and numbers out of range are refused in words, and nothing moves', async () => {
  const { version, numbers } = await read()
  const before = await rows(sql`select * from setting_changes`)
  expect(await change(version - 1, { ...numbers, triage: 9 })).toMatchObject({ status: 409, refused: 'conflict' })
  expect(await change(version, numbers)).toMatchObject({ refused: 'invalid' })
  for (const id of RULE_IDS)
    for (const n of [VOLUNTEERING_RULES[id].min - 1, VOLUNTEERING_RULES[id].max + 1, 30.5])
      expect(await change(version, { ...numbers, [id]: n })).toMatchObject({
        ...{ status: 422, refused: 'invalid', field: id, zh: expect.stringContaining(VOLUNTEERING_RULES[id].zh) },
      })
  expect(await change(version, { ...numbers, minorDayMinutes: 700 })).toMatchObject({ field: 'minorDayMinutes' })
  for (const star3 of [numbers.star2 ?? 0, (numbers.star2 ?? 0) - 1])
    expect(await change(version, { ...numbers, star3 })).toMatchObject({
      ...{ status: 422, field: 'star3', zh: expect.stringContaining('三星') },
    })
  expect(await change(version, { ...numbers, triage: '八' })).toMatchObject({ status: 400 })
  expect(await change(version, { triage: 9 })).toMatchObject({ status: 400 })
  expect(await rows(sql`select * from setting_changes`)).toEqual(before)
  expect(await read()).toMatchObject({ version, numbers })
})

test('only an administrator of the whole county; one of a grid reads and changes nothing', async () => {
  const { version, numbers } = await read()
  const [grid] = await rows<{ id: string }>(sql`select id from grids limit 1`)
  const local = await person('片区', [['admin', { gridId: grid?.id ?? '' }]])
  for (const who of [await volunteer('路人'), leader, local]) {
    expect(await ask(who, 'GET', '/api/volunteering-rules')).toMatchObject({ status: 403 })
    expect(await change(version, { ...numbers, triage: 9 }, who)).toMatchObject({ status: 403 })
  }
})
