import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Answer } from '../kit/house'
import { openWorld } from './world'

const { ask, key, person, rows, db, now } = await openWorld()
const admin = await person('韩立', [['admin']])
const dispatcher = await person('派遣员', [['dispatcher']])
const lin = await person('林晓岚')
type Kind = { code: string; zh: string; isOn: boolean; hours: Record<string, number | null>; version: number }
const COUNTY = { triage: null, take: null, agree: null, rate: null }
const read = async () => (await ask(admin, 'GET', '/api/service-order-kind-settings')).items as Kind[]
const kindOf = async (code: string) => (await read()).find((one) => one.code === code) as Kind
const change = async (code: string, more: object, as = admin, under = key()) => {
  const { zh, isOn, hours, version } = await kindOf(code)
  const body = { key: under, zh, isOn, hours, version, ...more }
  return ask(as, 'POST', `/api/service-order-kinds/${code}/changes`, body)
}
const create = (zh: string, hours: object = COUNTY, as = admin) =>
  ask(as, 'POST', '/api/service-order-kinds', { key: key(), zh, hours })
const submit = (kind: string) =>
  ask(lin, 'POST', '/api/service-orders', {
    ...{ key: key(), kind, words: '帮老人修水龙头', placeZh: '滨江小区 3 栋', contact: { phone: '13800000000' } },
  })
const move = (id: unknown, name: string, more: object = {}) =>
  ask(dispatcher, 'POST', `/api/service-orders/${id}/transitions`, { key: key(), move: name, ...more })
const hoursLeft = (order: Answer) => (Date.parse(String(order.dueAt)) - now().getTime()) / 3_600_000
const offered = async () => ((await ask(null, 'GET', '/api/service-order-kinds')).items as Kind[]).map(({ zh }) => zh)

test('a kind is added, renamed and put away with before and after; what was filed keeps its name and its deadline', async () => {
  const made = (await create('家电清洗')).items as Kind[]
  const code = made.find(({ zh }) => zh === '家电清洗')?.code ?? ''
  expect(await offered()).toContain('家电清洗')
  const { id, dueAt } = await submit(code)
  const under = key()
  for (let i = 0; i < 2; i++)
    expect(
      await change(code, { zh: '家电保洁', version: 0, hours: { ...COUNTY, triage: 4 } }, admin, under),
    ).toMatchObject({
      status: 200,
    })
  expect(await kindOf(code)).toMatchObject({ zh: '家电保洁', version: 1, hours: { triage: 4, take: null } })
  expect(await ask(lin, 'GET', `/api/service-orders/${id}`)).toMatchObject({ kindZh: '家电清洗', dueAt })
  expect(await submit(code)).toMatchObject({ kindZh: '家电保洁' })
  await change(code, { isOn: false })
  expect(await offered()).not.toContain('家电保洁')
  expect(await submit(code)).toMatchObject({ refused: 'invalid', field: 'kind', zh: expect.stringContaining('停用') })
  expect(await move(id, 'accept')).toMatchObject({ status: 200, state: 'accepted' })
  expect(
    await rows(sql`select before->>'名称' as was, after->>'名称' as "is", after->>'受理' as triage, after->>'状态' as state
      from setting_changes where kind = 'order_kind_changed' order by at, before = '{}' desc, after->>'状态' desc`),
  ).toEqual([
    { was: null, is: '家电清洗', triage: '按县里的', state: '在用' },
    { was: '家电清洗', is: '家电保洁', triage: '4 小时', state: '在用' },
    { was: '家电保洁', is: '家电保洁', triage: '4 小时', state: '停用' },
  ])
})

test('a kind’s own hours go before the county’s for every step from then on, never for a deadline already set', async () => {
  const order = await submit('health')
  const { id, dueAt } = order
  expect(hoursLeft(order)).toBe(24)
  await change('health', { hours: { triage: 2, take: 3, agree: null, rate: null } })
  expect((await ask(lin, 'GET', `/api/service-orders/${id}`)).dueAt).toBe(dueAt)
  expect(hoursLeft(await move(id, 'accept'))).toBe(2)
  expect(hoursLeft(await move(id, 'pool'))).toBe(3)
  expect(hoursLeft(await submit('health'))).toBe(2)
  expect(hoursLeft(await submit('law'))).toBe(24)
})

test('what cannot stand is refused in words and nothing moves', async () => {
  const before = await rows(sql`select * from setting_changes`)
  expect(await create('健康义诊')).toMatchObject({ status: 409, refused: 'conflict', field: 'zh' })
  expect(await create(' ')).toMatchObject({ status: 400, field: 'zh' })
  for (const triage of [0, 8761, 1.5])
    expect(await change('law', { hours: { ...COUNTY, triage } })).toMatchObject({
      ...{ status: 422, field: 'triage', zh: expect.stringContaining('1 到 8760') },
    })
  expect(await change('law', { version: 7 })).toMatchObject({ refused: 'conflict' })
  expect(await change('law', {})).toMatchObject({ refused: 'invalid', zh: '没有改动' })
  expect(await change('law', { hours: { triage: 4 } })).toMatchObject({ status: 400 })
  expect(
    await ask(admin, 'POST', '/api/service-order-kinds/none/changes', {
      key: key(),
      zh: '无',
      isOn: true,
      hours: COUNTY,
      version: 0,
    }),
  ).toMatchObject({ status: 404 })
  expect(await rows(sql`select * from setting_changes`)).toEqual(before)
  await db.execute(sql`update service_order_kinds set is_on = false where code <> 'law'`)
  expect(await change('law', { isOn: false })).toMatchObject({
    refused: 'invalid',
    zh: expect.stringContaining('至少'),
  })
  await db.execute(sql`update service_order_kinds set is_on = true`)
})

test('of two who change the same copy at once one is told; only the county’s administrator changes', async () => {
  const answers = await Promise.all(['甲类', '乙类'].map((zh) => change('traffic', { zh })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const [grid] = await rows<{ id: string }>(sql`select id from grids limit 1`)
  const local = await person('片区', [['admin', { gridId: grid?.id ?? '' }]])
  for (const who of [local, dispatcher, lin]) {
    expect(await change('law', { zh: '法律' }, who)).toMatchObject({ status: 403 })
    expect(await create('法律二', COUNTY, who)).toMatchObject({ status: 403 })
  }
  expect(await ask(dispatcher, 'GET', '/api/service-order-kind-settings')).toMatchObject({ mayChange: false })
  expect(await ask(lin, 'GET', '/api/service-order-kind-settings')).toMatchObject({ status: 403 })
})
