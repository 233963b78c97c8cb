import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { tick } from '../../functions/jobs/tick'
import { addDays } from '../../shared/kit/time'
import { openHouse, type Person } from '../kit/house'

const house = await openHouse()
const { ask, key, db } = house
const admin = await house.person('管理员', [['admin']])
const gridAdmin = await house.person('网格管理员', [['admin', { gridId: 'WG01' }]])

type Item = { kind: string; days: number; daysMin: number }
const daysOf = async (kind: string) =>
  ((await ask(admin, 'GET', '/api/retention')).items as Item[]).find((item) => item.kind === kind)?.days
const set = (kind: string, days: number, was: number, as: Person = admin) =>
  ask(as, 'POST', '/api/retention', { key: key(), kind, days, was })

test('logs for less than six months are refused with the law, at the door and in the database', async () => {
  for (const kind of ['audit', 'sessions'])
    for (const days of [0, 30, 182]) {
      const answer = await set(kind, days, (await daysOf(kind)) ?? 0)
      expect(answer).toMatchObject({ status: 422, field: 'days' })
      expect(answer.zh).toMatch(/网络安全法/)
    }
  expect(await daysOf('audit')).toBe(1095)
  expect(await set('audit', 183, 1095)).toMatchObject({ status: 200 })
  expect(await daysOf('audit')).toBe(183)
})

test('a change names before and after, and one nobody saw is not overwritten', async () => {
  expect(await set('notices', 100, 365)).toMatchObject({ status: 200 })
  expect(await set('notices', 200, 365)).toMatchObject({ status: 409 })
  const { items } = await ask(admin, 'GET', '/api/setting-changes')
  const journal = items as { lines: { was: string }[] }[]
  expect(journal.find(({ lines }) => lines[0]?.was === '365')).toMatchObject({
    kindZh: '调整保存期限',
    lines: [{ name: '保存天数', was: '365', is: '100' }],
  })
})

test('only the whole county’s administrator changes it', async () => {
  expect(await set('notices', 50, 100, gridAdmin)).toMatchObject({ status: 403 })
  expect(await set('notices', 50, 100, await house.person('市民'))).toMatchObject({ status: 403 })
})

test('the sweeper keeps to what was set', async () => {
  await set('sends', 7, 30)
  const old = async () =>
    (await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from sends where person_id = ${admin.id}`))[0]?.n
  expect(await old()).toBeGreaterThan(0)
  house.at(addDays(house.now(), 8))
  await tick(house.deps)
  expect(await old()).toBe(0)
})
