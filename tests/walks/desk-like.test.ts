import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, DESK, HELD, openDesk, sees } from './desk-world'

/** Two reports of one problem, at the desk. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('the desk shows what is likely the same, M chooses the nearest and M again merges, and the merge can be undone', async () => {
  const { report, cast } = desk.county
  const { id: master, number } = await report(cast.lin, { words: '井盖塌了半边' })
  const { id } = await report(cast.zhou, { words: '井盖又塌了' })
  const { page, errors, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await sees(page, '疑似同一问题 1 件')
  await page.keyboard.press('m')
  await page.locator('.picked-line').getByText(String(number)).waitFor()
  await page.keyboard.press('m')
  await sees(page, new RegExp(`”已并入 ${number} .+，关注的人随主案收到进展`))
  await expect.poll(async () => (await desk.seen(id)).state, HELD).toBe('merged')
  expect(await desk.seen(master)).toMatchObject({ followers: 2 })
  await page.goto(`${desk.base}/staff/cases/detail?id=${id}`, { waitUntil: 'networkidle' })
  await sees(page, new RegExp(`并入 ${number}`))
  await button(page, '撤销并案').click()
  await page.keyboard.type('不是同一处')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await desk.seen(id)).state, HELD).toBe('submitted')
  expect(await desk.seen(master)).toMatchObject({ followers: 1 })
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('对比 puts photos, words, place and time of both side by side, and merges from there', async () => {
  const { report, cast } = desk.county
  const { id: master } = await report(cast.lin, { categoryCode: 'D2', words: '路灯不亮了' })
  const { id } = await report(cast.zhou, { categoryCode: 'D2', words: '晚上这里很黑' })
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await button(page, /^对比/).click()
  const sheet = page.getByRole('dialog', { name: '对比' })
  for (const words of ['“路灯不亮了”', '“晚上这里很黑”']) await sheet.getByText(words).waitFor()
  for (const half of ['本案', '疑似同一问题'])
    expect(await sheet.getByRole('region', { name: half }).getByRole('img').count()).toBeGreaterThan(0)
  await sheet.getByRole('button', { name: '是同一个，本案并入右边' }).click()
  await page.locator('.picked-line').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await desk.seen(id)).state, HELD).toBe('merged')
  expect(await desk.seen(master)).toMatchObject({ state: 'submitted', followers: 2 })
  await context.close()
}, 60_000)
