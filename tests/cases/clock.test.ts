import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { notices } from '../../schema/notices'
import { openCounty, UNIT } from './world'

const county = await openCounty()
const { ask, cast, deps, move, caseAt, db, key } = county
const START = county.now().getTime()
const at = (hours: number) => county.at(new Date(START + hours * 3_600_000))
const titles = async (as: { token: string }) =>
  ((await ask(as, 'GET', '/api/notices?size=100')).items as { title: string }[]).map(({ title }) => title)

test('every step is told once to those it concerns, however often and late the job runs', async () => {
  const id = await caseAt('submitted')
  await Promise.all([tick(deps), tick(deps)])
  expect(await titles(cast.reviewer)).toContain('有新的反映')
  expect(await titles(cast.farReviewer)).toEqual([])
  await county.file(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })
  for (let i = 0; i < 3; i++) await tick(deps)
  expect((await titles(cast.lin)).sort()).toEqual(['已受理', '已派到单位'])
  expect(await titles(cast.handler)).toEqual(['新的派遣'])
  expect(await titles(cast.otherHandler)).toEqual([])
  const before = (await db.select().from(notices)).length
  await tick(deps)
  expect((await db.select().from(notices)).length).toBe(before)
})

test('a message is marked as read by its owner only, and stays read', async () => {
  const { items, unread } = (await ask(cast.lin, 'GET', '/api/notices')) as unknown as {
    items: { id: string }[]
    unread: number
  }
  expect(unread).toBe(2)
  const read = (as: typeof cast.lin) => ask(as, 'POST', `/api/notices/${items[0]?.id}/reads`, { key: key() })
  expect(await read(cast.zhou)).toMatchObject({ status: 404 })
  const first = await read(cast.lin)
  expect(first).toMatchObject({ status: 200, readAt: expect.any(String) })
  at(1)
  expect(await read(cast.lin)).toMatchObject({ readAt: first.readAt })
  expect(await ask(cast.lin, 'POST', '/api/notices/reads', { key: key() })).toMatchObject({ unread: 0 })
  at(0)
})

test('三天不补充 ends as 资料不足, told to the reporter, and only once the three days are over', async () => {
  const id = await caseAt('submitted')
  await move(cast.reviewer, id, 'ask_more', { note: '请补一张远景' })
  at(71)
  await tick(deps)
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).toMatchObject({ state: 'supplement' })
  at(73)
  await tick(deps)
  await tick(deps)
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).toMatchObject({ state: 'rejected', version: 2 })
  expect(await titles(cast.lin)).toContain('没有受理')
  at(0)
})

test('an inspection nobody answers comes back to the desk; 挂账 ends three days after its review date', async () => {
  const [checked, suspended] = [await caseAt('submitted'), await caseAt('processing')]
  await move(cast.reviewer, checked, 'send_verify', { inspectorId: cast.verifier.id })
  const reviewAt = new Date(START + 10 * 86_400_000).toISOString()
  await move(cast.admin, suspended, 'suspend', { suspendReason: 'money', reviewAt, note: '等资金' })
  at(8)
  await tick(deps)
  at(0)
  expect(await ask(cast.admin, 'GET', `/api/cases/${checked}`)).toMatchObject({ state: 'submitted' })
  expect(await ask(cast.admin, 'GET', `/api/cases/${suspended}`)).toMatchObject({ state: 'suspended' })
  at(13 * 24 + 1)
  await tick(deps)
  at(0)
  expect(await ask(cast.admin, 'GET', `/api/cases/${suspended}`)).toMatchObject({ state: 'processing' })
})
