import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, DESK, HELD, openDesk, sees, tick } from './desk-world'

/** The desk at 1440 × 900: queue, case and decision side by side. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('a reviewer who also dispatches files and dispatches along the chain in one go, and the next case opens', async () => {
  const { report, cast } = desk.county
  const { id } = await report(cast.lin, { words: '井盖塌了半边，晚上看不清' })
  const { id: second } = await report(cast.zhou, { categoryCode: 'A1' })
  const { page, errors, strangers, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await sees(page, /井盖塌了半边，晚上看不清/)
  await sees(page, '林＊岚（微信，可站内回复）')
  const chosen = page.getByRole('radio', { name: /包段责任单位/ })
  expect(await chosen.getAttribute('aria-checked')).toBe('true')
  const unitZh = (await chosen.innerText()).split('\n')[0]
  await page.getByRole('radio', { name: '安全隐患' }).click()
  await sees(page, '1 小时')
  await button(page, '受理并派单').click()
  await page.getByRole('alert').getByText('请勾选符合的条件').waitFor()
  await tick(page, '属于本县职责范围')
  await button(page, '受理并派单').click()
  await sees(page, /^已受理“.+”，派给/)
  expect((await desk.seen(id)).state).toBe('submitted')
  await page.getByRole('tab', { selected: true, name: /./ }).first().waitFor()
  await page.locator('.desk-case').getByText('首报').waitFor()
  await expect.poll(() => desk.seen(id), HELD).toMatchObject({ state: 'dispatched', unitZh, isPublic: true })
  expect((await desk.seen(second)).state).toBe('submitted')
  expect(errors).toEqual([])
  expect(strangers).toEqual([])
  await context.close()
}, 60_000)

test('where the dispatch is refused the filing stands, the page says so, and the rest of the form is still there', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await tick(page, '属于本县职责范围')
  await page.getByRole('textbox', { name: '说明' }).fill('请今天处置')
  await page.route('**/transitions', async (route) => {
    if (!route.request().postData()?.includes('"dispatch"')) return route.fallback()
    await route.fulfill({ status: 422, json: { refused: 'invalid', zh: '没有这个责任单位', field: 'unitId' } })
  })
  await button(page, '受理并派单').click()
  await sees(page, /没有办成：已立案。派遣没有成功：没有这个责任单位/)
  expect((await desk.seen(id)).state).toBe('filed')
  await button(page, /^派遣：|^受理并派单：/).click()
  await page.locator('.clash').getByText('已立案。派遣没有成功：没有这个责任单位').waitFor()
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('请今天处置')
  await page.unroute('**/transitions')
  await button(page, '派遣').click()
  await sees(page, /”已派遣$/)
  await expect.poll(() => desk.seen(id), HELD).toMatchObject({ state: 'dispatched' })
  expect((await desk.seen(id)).events[0]).toMatchObject({ kind: 'dispatch', note: '请今天处置' })
  await context.close()
}, 60_000)

test('what the server does not offer is not on the page', async () => {
  const { caseAt, cast } = desk.county
  const id = await caseAt('dispatched')
  const { page, context } = await desk.sit(cast.chief, `/staff/cases/detail?id=${id}`, DESK)
  await sees(page, '现在不用您办理，进展见流转记录')
  for (const name of ['签收', '退回', '派遣', '立案', '核查结案'])
    expect(await page.locator('.desk-decision').getByRole('button', { name }).count()).toBe(0)
  expect(await page.getByText('只有创建办能看').count()).toBe(0)
  await context.close()
}, 60_000)

test('when somebody else was first, the page shows what happened and nothing is overwritten', async () => {
  const { report, cast, move } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await tick(page, '属于本县职责范围')
  await move(cast.reviewer2, id, 'reject', { rejectReason: 'not_ours', note: '国道由公路段管理' })
  await button(page, '受理并派单').click()
  await sees(page, /没有办成：创建办审核员刚刚处理过这件案件，请看最新进展/)
  await button(page, /^受理并派单：/).click()
  await sees(page, /最新一步：创建办审核员 .+ 不予立案/)
  expect((await desk.seen(id)).state).toBe('rejected')
  expect(await page.locator('.desk-decision').getByRole('button', { name: '受理并派单' }).count()).toBe(0)
  await context.close()
}, 60_000)

test('J and K go through the queue, and not while somebody is typing', async () => {
  const { report, cast } = desk.county
  await report(cast.lin, { categoryCode: 'D2' })
  await report(cast.lin, { categoryCode: 'D3' })
  const { page, context } = await desk.sit(cast.reviewer2, '/staff/cases/list', DESK)
  const at = () => page.locator('.queue-row').evaluateAll((rows) => rows.findIndex((row) => row.matches('.is-on')))
  await page.locator('.queue-row.is-on').waitFor()
  expect(await at()).toBe(0)
  await page.keyboard.press('j')
  expect(await at()).toBe(1)
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('j')
  expect(await page.getByRole('searchbox').inputValue()).toBe('j')
  await page.keyboard.press('Backspace')
  await expect.poll(at).toBe(1)
  await page.locator('.desk-case').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('k')
  await expect.poll(at).toBe(0)
  await context.close()
}, 60_000)
