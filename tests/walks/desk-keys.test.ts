import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, DESK, openDesk, sees } from './desk-world'

/** The desk without a mouse. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('each key opens its form and sends it, the next key is the next case’s, and none acts inside an input', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { page, errors, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  const { keyboard } = page
  await page.locator('.desk-decision').waitFor()
  await keyboard.press('x')
  await sees(page, '理由')
  await keyboard.press('Space')
  await keyboard.press('r')
  await keyboard.type('b x a 国道')
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('b x a 国道')
  await keyboard.press('Escape')
  await keyboard.press('b')
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('')
  await keyboard.type('请补一张远景照片')
  await keyboard.press('Control+Enter')
  await expect.poll(async () => (await desk.seen(id)).state).toBe('supplement')
  expect((await desk.seen(id)).events[0]).toMatchObject({ kind: 'ask_more', note: '请补一张远景照片' })
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('what is missing gets the focus, so A, space, A accepts and dispatches', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  await button(page, '受理并派单').waitFor()
  await page.keyboard.press('a')
  await page.getByRole('alert').getByText('请勾选符合的条件').waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('a')
  await expect.poll(async () => (await desk.seen(id)).state).toBe('dispatched')
  await context.close()
}, 60_000)

test('the sheet of keys lists what works now and nothing else, and space enlarges the photo', async () => {
  const { report, caseAt, cast } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  const { keyboard } = page
  await button(page, '受理并派单').waitFor()
  await keyboard.press('Space')
  await page.locator('dialog.preview').waitFor()
  await keyboard.press('x')
  await keyboard.press('Escape')
  await page.locator('dialog.preview').waitFor({ state: 'detached' })
  expect(await page.getByText('不予立案', { exact: true }).count()).toBe(1)
  const listed = async () => {
    await keyboard.press('?')
    const keys = await page.locator('.key-line .kbd').allInnerTexts()
    await keyboard.press('Escape')
    return keys
  }
  expect(await listed()).toEqual(['A', 'B', 'X', 'M', 'R', 'Ctrl+Enter', '空格', 'J', 'K', '/', '?'])
  await keyboard.press('/')
  await keyboard.type('b')
  expect(await page.getByRole('searchbox').inputValue()).toBe('b')
  const seen = await caseAt('dispatched')
  await page.goto(`${desk.base}/staff/cases/detail?id=${seen}`, { waitUntil: 'networkidle' })
  await page.locator('.desk-decision').waitFor()
  expect(await listed()).not.toContain('A')
  await context.close()
}, 60_000)
