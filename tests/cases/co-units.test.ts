import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { cases } from '../../schema/cases/ledger'
import { GRID, OTHER_UNIT, openCounty, UNIT } from './world'

const county = await openCounty()
const { ask, cast, db, deps, move, caseAt, photo } = county
const THIRD = 'U002'
const helper3 = await county.person('范工', [['handler', { unitId: THIRD }]])
const ownHelper = await county.person('马核', [['verifier', { unitId: OTHER_UNIT }]])
const start = county.now().getTime()
const list = async (as: { token: string }, query: string) =>
  ((await ask(as, 'GET', `/api/cases?${query}`)).items as { id: string }[]).map(({ id }) => id)

async function splitCase() {
  const id = await caseAt('filed')
  const sent = await move(cast.reviewer, id, 'dispatch', { unitId: UNIT, coUnitIds: [OTHER_UNIT, THIRD] })
  expect(sent).toMatchObject({ status: 200, helpers: [{ isDone: false }, { isDone: false }] })
  await move(cast.handler, id, 'sign')
  return id
}
const feedback = async (id: string) =>
  move(cast.handler, id, 'handle', { note: '好了', photos: [await photo(cast.handler)] })
const finish = async (as: typeof helper3, id: string) =>
  move(as, id, 'co_finish', { note: '沟渠已清', photos: [await photo(as)] })

test('a case goes on to its check only when 主办 and every 协办 have done their part', async () => {
  const id = await splitCase()
  expect(await list(cast.otherHandler, 'todo=yes')).toContain(id)
  expect(await feedback(id)).toMatchObject({ status: 409, zh: expect.stringContaining('2 个协办单位') })
  expect(await finish(cast.otherHandler, id)).toMatchObject({ status: 200, state: 'processing' })
  expect(await list(cast.otherHandler, 'todo=yes')).not.toContain(id)
  expect(await feedback(id)).toMatchObject({ status: 409, zh: expect.stringContaining('1 个协办单位') })
  expect(await move(cast.handler, id, 'co_again', { coUnitIds: [OTHER_UNIT], note: '还有一处' })).toMatchObject({
    status: 200,
  })
  await finish(cast.otherHandler, id)
  await finish(helper3, id)
  expect(await feedback(id)).toMatchObject({ status: 200, state: 'handled' })
  const seen = await ask(cast.otherHandler, 'GET', `/api/cases/${id}`)
  expect(seen).toMatchObject({ status: 200, helpers: [{ isDone: true }, { isDone: true }] })
  const story = seen.events as { kind: string; byZh: string; detail: string }[]
  expect(story.filter(({ kind }) => kind === 'co_finish').map(({ byZh }) => byZh)).not.toContain('')
})

test('nobody of a helping unit checks the case, not even past the rule', async () => {
  const id = await splitCase()
  await finish(cast.otherHandler, id)
  await finish(helper3, id)
  await feedback(id)
  const close = { conditions: ['设施完好'], photos: [await photo(ownHelper)] }
  expect(await move(ownHelper, id, 'close', close)).toMatchObject({ status: 404 })
  const forced = db.update(cases).set({ verifierId: ownHelper.id, verifierUnitId: OTHER_UNIT }).where(eq(cases.id, id))
  await expect(forced).rejects.toMatchObject({ cause: { constraint: 'cases_verifier_not_of_co_unit' } })
  const handledAlone = db
    .update(cases)
    .set({ coOpen: [THIRD] })
    .where(eq(cases.id, id))
  await expect(handledAlone).rejects.toMatchObject({ cause: { constraint: 'cases_handled_by_all' } })
})

test('a unit that neither does nor helps cannot see the case, and only a helping one can finish its help', async () => {
  const id = await caseAt('processing')
  expect(await ask(helper3, 'GET', `/api/cases/${id}`)).toMatchObject({ status: 404 })
  expect(await move(cast.handler, id, 'co_finish', { note: 'x', photoWaiver: '夜里' })).toMatchObject({ status: 403 })
  expect(await move(cast.reviewer, id, 'split', { coUnitIds: [THIRD], note: '清沟' })).toMatchObject({ status: 200 })
  expect(await ask(helper3, 'GET', `/api/cases/${id}`)).toMatchObject({ status: 200 })
  expect(await move(cast.reviewer, id, 'split', { coUnitIds: [THIRD], note: '清沟' })).toMatchObject({
    status: 422,
    field: 'coUnitIds',
  })
  expect(await move(cast.reviewer, id, 'split', { coUnitIds: ['U404'], note: '清沟' })).toMatchObject({ status: 422 })
  expect(await move(cast.reviewer, id, 'co_release', { coUnitIds: [THIRD], note: '不用了' })).toMatchObject({
    status: 200,
    helpers: [],
  })
  expect(await ask(helper3, 'GET', `/api/cases/${id}`)).toMatchObject({ status: 404 })
})

test('a tenth helper is refused with the words of the form', async () => {
  const id = await caseAt('filed')
  const ten = Array.from({ length: 10 }, (_, i) => `U${String(i + 1).padStart(3, '0')}`)
  const answer = await move(cast.reviewer, id, 'dispatch', { unitId: UNIT, coUnitIds: ten })
  expect(answer).toMatchObject({ status: 400, zh: '协办单位最多 9 个' })
  await move(cast.reviewer, id, 'dispatch', { unitId: UNIT, coUnitIds: ten.slice(0, 9) })
  expect(await move(cast.reviewer, id, 'split', { coUnitIds: ['U020'], note: '再加' })).toMatchObject({ status: 409 })
})

test('two returns leave the decision to the joint meeting, and what it decides cannot be returned', async () => {
  const id = await caseAt('dispatched')
  const proposed = await move(cast.handler, id, 'return', { note: '是环卫的', unitId: OTHER_UNIT })
  expect(proposed).toMatchObject({ status: 200 })
  const story = (await ask(cast.reviewer, 'GET', `/api/cases/${id}`)).events as { detail: string }[]
  expect(story[0]?.detail).toContain('建议派给')
  expect(await list(cast.leader, 'todo=yes')).not.toContain(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: OTHER_UNIT })
  await move(cast.otherHandler, id, 'return', { note: '也不是我们的' })
  expect(await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })).toMatchObject({
    status: 409,
    zh: expect.stringContaining('联席裁定'),
  })
  expect(await list(cast.leader, 'todo=yes')).toContain(id)
  expect(await list(cast.reviewer, 'todo=yes')).not.toContain(id)
  expect(await move(cast.reviewer, id, 'arbitrate', { unitId: UNIT, note: '议定' })).toMatchObject({ status: 403 })
  const settled = await move(cast.leader, id, 'arbitrate', { unitId: UNIT, note: '6月15日联席会议定' })
  expect(settled).toMatchObject({ status: 200, state: 'dispatched', unitId: UNIT, gridId: GRID, returns: 2 })
  expect(await move(cast.handler, id, 'return', { note: '再退' })).toMatchObject({ status: 409 })
})

test('what was handed outside comes back to the dispatcher in five work days until somebody knows how it ended', async () => {
  const id = await caseAt('filed')
  const away = await move(cast.reviewer, id, 'transfer', {
    target: '县供电公司',
    externalNumber: 'GD-7',
    note: '属于电力',
  })
  expect(away).toMatchObject({ status: 200, state: 'transferred', clock: { stageDueAt: expect.any(String) } })
  expect(await list(cast.reviewer, 'todo=yes')).toContain(id)
  await move(cast.reviewer, id, 'follow_up', { note: '电话问过，周五来修' })
  expect(await list(cast.reviewer, 'todo=yes')).toContain(id)
  await move(cast.reviewer, id, 'settle', { note: '供电公司已修好' })
  expect(await list(cast.reviewer, 'todo=yes')).not.toContain(id)
  const told = (await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).events as { zh: string; note: string }[]
  expect(told[0]).toMatchObject({ zh: '其他部门已办结', note: '供电公司已修好' })
  const other = await caseAt('filed')
  await move(cast.reviewer, other, 'transfer', { target: '公路段', externalNumber: '', note: '省道' })
  expect(await move(cast.reviewer, other, 'take_back', { note: '公路段退回' })).toMatchObject({ state: 'filed' })
  expect(await move(cast.reviewer, other, 'dispatch', { unitId: UNIT })).toMatchObject({ status: 200 })
})

test('helping units hear that they are asked, once', async () => {
  await splitCase()
  county.at(new Date(start + 60_000))
  await tick(deps)
  await tick(deps)
  const heard = (await ask(helper3, 'GET', '/api/notices?size=100')).items as { title: string }[]
  expect(heard.filter(({ title }) => title === '请协办').length).toBeGreaterThan(0)
})
