import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from '../kit/axe'
import { button, DESK, HELD, openDesk, sees } from './desk-world'

/** Many cases at one desk: together, and kept apart by filters. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

const stateOf = async (id: unknown) => (await desk.seen(id)).state

test('ticked cases are looked at, decided together, taken back within eight seconds, and decided again', async () => {
  const { caseAt, cast } = desk.county
  const ids = [await caseAt('submitted'), await caseAt('submitted')]
  const { page, errors, context } = await desk.sit(cast.reviewer, '/staff/cases/list', DESK)
  await button(page, '多选').click()
  await button(page, /全选列出的/).click()
  await sees(page, '已选 2 件')
  await button(page, '批量办理').click()
  await page.getByRole('radio', { name: '立案', exact: true }).click()
  await button(page, '先看看每件会怎样').click()
  await sees(page, '请勾选符合的条件')
  await button(page, '返回修改').click()
  await page.locator('dialog').getByRole('checkbox', { name: '属于本县职责范围' }).click()
  await button(page, '先看看每件会怎样').click()
  await sees(page, '可以立案')
  expect(await barriers(page)).toEqual([])
  await button(page, '立案 2 件').click()
  await sees(page, '2 件将立案')
  await sees(page, '已办，待发出')
  await page.keyboard.press('z')
  await sees(page, '已选 2 件')
  expect(await Promise.all(ids.map(stateOf))).toEqual(['submitted', 'submitted'])
  // What was filled in came back with the ticks: nothing is typed again.
  await button(page, '批量办理').click()
  await button(page, '先看看每件会怎样').click()
  await button(page, '立案 2 件').click()
  await expect.poll(() => Promise.all(ids.map(stateOf)), HELD).toEqual(['filed', 'filed'])
  expect(errors).toEqual([])
  await context.close()
}, 90_000)

test('a filter is kept with its number, shared, used again by a tap, and taken away', async () => {
  const { caseAt, cast } = desk.county
  await caseAt('processing')
  const { page, context } = await desk.sit(cast.reviewer, '/staff/cases/list?view=all', DESK)
  await button(page, '筛选').click()
  await page.getByRole('combobox', { name: '网格' }).selectOption({ label: '新建网格' })
  await button(page, '存为常用').click()
  await page.getByRole('textbox', { name: '名称' }).fill('新建的')
  await page.getByRole('switch', { name: '所有工作人员都能用' }).click()
  await button(page, '存起来').click()
  await sees(page, '已存为“新建的”')
  const other = await desk.sit(cast.reviewer2, '/staff/cases/list?view=all', DESK)
  await button(other.page, /新建的/).click()
  await sees(other.page, '筛选 1')
  await other.context.close()
  await button(page, '去掉常用筛选 新建的').click()
  await expect.poll(() => page.getByText('新建的', { exact: true }).count(), HELD).toBe(0)
  await context.close()
}, 90_000)

test('a template comes with the unit of the form in it and can still be changed', async () => {
  const { caseAt, cast, ask, key } = desk.county
  const id = await caseAt('submitted')
  await ask(cast.admin, 'POST', '/api/reply-templates', {
    ...{ key: key(), move: 'ask_more', name: '补远景', text: '请补一张{地点}的远景，编号{编号}' },
  })
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await button(page, '受理并派单').waitFor()
  await page.keyboard.press('b')
  await button(page, /用模板/).click()
  await button(page, /补远景/).click()
  const { number } = await desk.seen(id)
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toContain(`编号${number}`)
  await context.close()
}, 60_000)

test('another class brings its own conditions to the form', async () => {
  const { caseAt, cast } = desk.county
  const id = await caseAt('submitted')
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await button(page, '受理并派单').waitFor()
  const listed = () => page.locator('.ticks .tick').allInnerTexts()
  const before = await listed()
  await button(page, /^类别/).click()
  await page.getByRole('searchbox', { name: '搜索类别' }).fill('犬')
  await page.getByRole('radio', { name: '不文明养犬' }).click()
  await expect.poll(listed, HELD).not.toEqual(before)
  await context.close()
}, 60_000)
