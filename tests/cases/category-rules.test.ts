import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openCounty, UNIT } from './world'

const county = await openCounty()
const { ask, key, cast, report, file, move, person } = county
type Rule = Record<string, unknown>
type History = { now: number; versions: Rule[] }
const history = async (code: string) =>
  (await ask(cast.admin, 'GET', `/api/category-rules/${code}`)) as unknown as History
const change = async (code: string, body: Rule, as = cast.admin) => {
  const { versions } = await history(code)
  const { startsAt: _, limitZh: __, hazardLimitZh: ___, ...last } = versions.at(-1) ?? {}
  return ask(as, 'POST', `/api/category-rules/${code}`, { key: key(), startsOn: '2026-06-20', ...last, ...body })
}
/** Sessions of the staff do not last for days: everybody signs in anew. */
async function later(at: string) {
  county.at(at)
  for (const one of Object.values(cast)) {
    const { token } = await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })
    Object.assign(one, { token })
  }
}
const mine = async (id: unknown) => ask(cast.lin, 'GET', `/api/my-cases/${id}`)
const listed = async (code: string) =>
  ((await ask(null, 'GET', '/api/categories')).items as { code: string; zh: string; limitZh: string }[]).find(
    (one) => one.code === code,
  )

test('a new rule is for cases that come in from its day on; those before keep theirs, name and limit', async () => {
  const early = await report(cast.lin, { words: '井盖松动' })
  expect(await change('D1', { zh: '井盖问题', limitMinutes: 60, limitClock: 'wall' })).toMatchObject({
    status: 200,
    now: 0,
  })
  expect(await listed('D1')).toMatchObject({ zh: '窨井盖缺失或破损', limitZh: '1 天' })
  await later('2026-06-22T02:00:00Z')
  expect(await listed('D1')).toMatchObject({ zh: '井盖问题', limitZh: '1 小时' })
  const late = await report(cast.zhou, { words: '井盖又松了', position: { lng: 107.3861, lat: 33.2575, accuracyM: 8 } })
  expect(late.status).toBe(200)
  expect(await mine(early.id)).toMatchObject({ categoryZh: '窨井盖缺失或破损' })
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${late.id}`)).toMatchObject({ categoryZh: '井盖问题' })
  const due = async (id: unknown) => {
    await file(id)
    const { clock } = await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })
    return (clock as { dueAt: string }).dueAt
  }
  expect(await due(early.id)).toBe('2026-06-23T02:00:00.000Z')
  expect(await due(late.id)).toBe('2026-06-22T03:00:00.000Z')
  const queue = (await ask(cast.reviewer, 'GET', '/api/cases?state=dispatched')).items as {
    id: string
    categoryZh: string
  }[]
  const names = Object.fromEntries(queue.map(({ id, categoryZh }) => [id, categoryZh]))
  expect([names[String(early.id)], names[String(late.id)]]).toEqual(['窨井盖缺失或破损', '井盖问题'])
})

test('conditions and privacy change the same way, and what was public stays public', async () => {
  await change('D1', { isPrivate: true, filingConditions: ['新的立案条件'], startsOn: '2026-06-25' })
  const shown = async () =>
    ((await ask(null, 'GET', '/api/public/cases')).items as { id: string; categoryZh: string }[]).map((one) => [
      one.id,
      one.categoryZh,
    ])
  const open = await shown()
  expect(open).toHaveLength(2)
  await later('2026-06-25T02:00:00Z')
  expect(await shown()).toEqual(open)
  expect(await history('D1')).toMatchObject({ now: 2, versions: [{ isPrivate: false }, {}, { isPrivate: true }] })
})

test('of two versions for one day the later written counts: a slip can be mended before its day', async () => {
  await change('A1', { limitMinutes: 6_000, startsOn: '2026-07-01' })
  county.at(new Date(county.now().getTime() + 60_000))
  await change('A1', { limitMinutes: 120, startsOn: '2026-07-01' })
  await later('2026-07-01T02:00:00Z')
  expect(await listed('A1')).toMatchObject({ limitZh: '2 个工作小时' })
})

test('the past and today are not rewritten, by the form or by the database', async () => {
  for (const startsOn of ['2026-06-01', '2026-07-01'])
    expect(await change('A2', { startsOn })).toMatchObject({ status: 422, field: 'startsOn' })
  for (const write of [
    sql`update category_versions set limit_minutes = 1`,
    sql`delete from category_versions`,
    sql`insert into category_versions select gen_random_uuid()::text, code, at, zh, department_zh, limit_minutes, limit_clock,
      hazard_minutes, hazard_clock, is_private, hint_zh, keywords, filing_conditions, closing_conditions, by, at
      from category_versions limit 1`,
  ])
    await expect(county.db.execute(write)).rejects.toThrow()
})

test('a name that another category has, a half hazard limit and a grid’s administrator are refused; the journal has the rest', async () => {
  const later = { startsOn: '2026-08-01' }
  expect(await change('A3', { ...later, zh: '暴露垃圾' })).toMatchObject({ status: 422, field: 'zh' })
  expect(await change('A3', { ...later, hazardMinutes: 60, hazardClock: null })).toMatchObject({ status: 422 })
  const far = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
  expect(await change('A3', later, far)).toMatchObject({ status: 403 })
  const { items } = await ask(cast.admin, 'GET', '/api/setting-changes?kind=category_changed')
  expect(items).toHaveLength(4)
  expect(JSON.stringify(items)).toContain('1 小时')
})

test('a class that becomes sensitive hides the place of what comes in from then on, and of nothing before', async () => {
  await later('2026-07-01T02:00:00Z')
  const say = (addressZh: string, lng: number) =>
    report(cast.lin, { categoryCode: 'D2', addressZh, position: { lng, lat: 33.26, accuracyM: 8 } })
  const early = await say('东街 8 号', 107.389)
  expect(await change('D2', { isFuzzed: true, startsOn: '2026-07-02' })).toMatchObject({ status: 200 })
  await later('2026-07-03T02:00:00Z')
  const late = await say('东街 9 号', 107.391)
  for (const one of [early, late]) await file(one.id)
  const shown = async (id: unknown) => ask(null, 'GET', `/api/public/cases/${id}`)
  expect(await shown(early.id)).toMatchObject({ isFuzzed: false, addressZh: '东街 8 号' })
  expect(await shown(late.id)).toMatchObject({ isFuzzed: true, addressZh: expect.stringContaining('位置已模糊') })
  expect(JSON.stringify(await ask(null, 'GET', '/api/public/cases'))).not.toContain('东街 9 号')
})
