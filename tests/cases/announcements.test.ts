import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { openCounty } from './world'

const county = await openCounty()
const { ask, key, cast, db } = county
const GRID = 'WG09'
const said = {
  ...{ title: '东街停水', text: '周三 8 时至 18 时停水检修。', isUrgent: false, gridId: null, categoryCode: null },
  ...{ startsOn: '2026-06-15', endsOn: '2026-06-17' },
}
const announce = (more: object = {}, as = cast.reviewer) =>
  ask(as, 'POST', '/api/announcements', { key: key(), ...said, ...more })
type Shown = { id: string; title: string; scopeZh: string; isUrgent: boolean }
const live = async () => (await ask(null, 'GET', '/api/public/announcements')).items as unknown as Shown[]
const idOf = (answer: Record<string, unknown>, title: string) =>
  (answer.items as Shown[]).find((one) => one.title === title)?.id ?? ''
/** Staff sign in on the day. */
const on = async (at: string) => {
  county.at(at)
  for (const one of [cast.reviewer, cast.admin])
    Object.assign(one, { token: (await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })).token })
}

test('everybody reads it from its first day to the end of its last, by the day in Shanghai, and then not', async () => {
  await on('2026-06-14T02:00:00Z')
  expect(await announce()).toMatchObject({ status: 200, items: [{ title: '东街停水', state: 'waiting' }] })
  county.at('2026-06-14T15:59:00Z')
  expect(await live()).toEqual([])
  county.at('2026-06-14T16:00:00Z')
  expect(await live()).toMatchObject([{ title: '东街停水', scopeZh: '全县' }])
  county.at('2026-06-17T15:59:00Z')
  expect(await live()).toHaveLength(1)
  county.at('2026-06-17T16:00:00Z')
  expect(await live()).toEqual([])
})

test('the urgent stand first, with the grid and the class they are for; what is taken down is gone at once, and journalled', async () => {
  await on('2026-06-18T02:00:00Z')
  const days = { startsOn: '2026-06-18', endsOn: '2026-06-30' }
  await announce({ ...days, title: '一般' })
  const made = await announce({ ...days, title: '封路', isUrgent: true, gridId: GRID, categoryCode: 'D1' })
  expect((await live()).map(({ title }) => title)).toEqual(['封路', '一般'])
  expect((await live())[0]?.scopeZh).toMatch(/网格.* · 窨井盖/)
  const id = idOf(made, '封路')
  expect(await ask(cast.admin, 'POST', `/api/announcements/${id}/ends`, { key: key() })).toMatchObject({ status: 200 })
  expect((await live()).map(({ title }) => title)).toEqual(['一般'])
  expect(await ask(cast.admin, 'POST', `/api/announcements/${id}/ends`, { key: key() })).toMatchObject({ status: 409 })
  const changes = (await ask(cast.admin, 'GET', '/api/setting-changes?kind=announced')).items as { zh: string }[]
  expect(changes.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['封路', '撤下：封路']))
})

test('days that make no sense, strange grids and classes, and outsiders are refused in words; nothing is written', async () => {
  await on('2026-06-18T03:00:00Z')
  const count = async () => (await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from announcements`))[0]?.n
  const before = await count()
  const wrong: [object, string][] = [
    [{ startsOn: '2026-06-20', endsOn: '2026-06-19' }, '结束的日子要在开始之后'],
    [{ startsOn: '2026-06-10', endsOn: '2026-06-12' }, '这一天已经过去了'],
    [{ startsOn: '2026-06-20', endsOn: '2026-12-19' }, '一条公告最多挂 92 天'],
    [{ endsOn: '2026-06-20', gridId: 'NONE' }, '没有这个网格'],
    [{ endsOn: '2026-06-20', categoryCode: 'Z9' }, '没有这个类别'],
    [{ endsOn: '2026-06-20', title: '  ' }, '请填写标题'],
  ]
  for (const [more, zh] of wrong) {
    const answer = await announce(more)
    expect([400, 422]).toContain(answer.status)
    expect(answer).toMatchObject({ zh })
  }
  expect(await announce({}, cast.lin)).toMatchObject({ status: 403 })
  expect(await ask(null, 'GET', '/api/announcements')).toMatchObject({ status: 401 })
  expect(await count()).toBe(before)
})

test('a repeated send writes one', async () => {
  const body = { key: key(), ...said, title: '只一条', endsOn: '2026-06-30' }
  const twice = await Promise.all([1, 2].map(() => ask(cast.reviewer, 'POST', '/api/announcements', body)))
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect((await live()).filter(({ title }) => title === '只一条')).toHaveLength(1)
})
