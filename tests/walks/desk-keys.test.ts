import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, DESK, HELD, openDesk, sees } from './desk-world'

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
  await expect.poll(async () => (await desk.seen(id)).state, HELD).toBe('supplement')
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
  await expect.poll(async () => (await desk.seen(id)).state, HELD).toBe('dispatched')
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
  expect(await listed()).toEqual(['A', 'B', 'X', 'M', 'O', 'D', 'N', 'R', 'Ctrl+Enter', '空格', 'J', 'K', '/', '?'])
  await keyboard.press('/')
  await keyboard.type('b')
  expect(await page.getByRole('searchbox').inputValue()).toBe('b')
  const seen = await caseAt('dispatched')
  await page.goto(`${desk.base}/staff/cases/detail?id=${seen}`, { waitUntil: 'networkidle' })
  await page.locator('.desk-decision').waitFor()
  expect(await listed()).not.toContain('A')
  await context.close()
}, 60_000)

test('a decision waits eight seconds: Z takes it back as it was written, and nothing had left', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  const { keyboard } = page
  const sent: string[] = []
  page.on('request', (one) => void (one.method() === 'POST' && sent.push(one.url())))
  await button(page, '受理并派单').waitFor()
  await keyboard.press('b')
  await keyboard.type('请补一张远景照片')
  await keyboard.press('Control+Enter')
  await sees(page, /”已要求补充$/)
  await sees(page, /^[5-8] 秒$/)
  await keyboard.press('z')
  await page.locator('.held-place').waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('请补一张远景照片')
  await page.waitForTimeout(9000)
  expect(sent).toEqual([])
  expect((await desk.seen(id)).state).toBe('submitted')
  await context.close()
}, 60_000)

test('leaving the desk sends what waits at once, and a closed tab keeps it as a draft that is offered again', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { id: other } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`, DESK)
  const askMore = async () => {
    await button(page, '受理并派单').waitFor()
    await page.keyboard.press('b')
    await page.keyboard.type('请补一张远景照片')
    await page.keyboard.press('Control+Enter')
    await page.locator('.held-place').waitFor()
  }
  await askMore()
  const leftAt = Date.now()
  await page.getByRole('tab', { name: '消息' }).click()
  await expect.poll(async () => (await desk.seen(id)).state).toBe('supplement')
  expect(Date.now() - leftAt).toBeLessThan(6000)
  await page.goto(`${desk.base}/staff/cases/detail?id=${other}`, { waitUntil: 'networkidle' })
  await askMore()
  await page.close()
  const again = await context.newPage()
  // At another case: the one that is open shows its draft in its own form.
  await again.goto(`${desk.base}/staff/cases/detail?id=${id}`, { waitUntil: 'networkidle' })
  expect((await desk.seen(other)).state).toBe('submitted')
  await again.getByText('1 件写了还没发出').waitFor()
  await button(again, '全部发出').click()
  await expect.poll(async () => (await desk.seen(other)).state).toBe('supplement')
  await context.close()
}, 60_000)

test('twenty cases are decided by keyboard alone, each decision sending the one before', async () => {
  const { report, cast, ask } = desk.county
  const todo = async () =>
    (await ask(cast.reviewer, 'GET', '/api/cases?todo=yes&state=submitted&size=100')).items as { id: string }[]
  const had = new Set((await todo()).map(({ id }) => id))
  while ((await todo()).length < 20) await report(cast.lin, { categoryCode: 'D2' })
  const ids = (await todo()).map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(Math.max(20, had.size))
  const { page, errors, context } = await desk.sit(cast.reviewer, '/staff/cases/list?view=todo&state=submitted', DESK)
  const { keyboard } = page
  const from = Date.now()
  for (let i = 0; i < ids.length; i++) {
    await page.locator('.decision-foot .button').first().waitFor()
    const title = await page.locator('.work-head').innerText()
    if (i % 4 === 3) {
      await keyboard.press('b')
      await keyboard.type('请补一张远景照片')
      await keyboard.press('Control+Enter')
    } else {
      await keyboard.press('a')
      await page.locator('.form-wrong').waitFor()
      await keyboard.press('Space')
      await keyboard.press('a')
    }
    if (i < ids.length - 1) await expect.poll(() => page.locator('.work-head').innerText()).not.toBe(title)
  }
  const seconds = (Date.now() - from) / 1000
  await expect.poll(async () => (await todo()).length, HELD).toBe(0)
  process.stdout.write(
    `${ids.length} decisions in ${seconds.toFixed(1)} s: ${((ids.length * 60) / seconds).toFixed(1)} a minute\n`,
  )
  const states = await Promise.all(ids.map(async (id) => (await desk.seen(id)).state))
  expect(new Set(states)).toEqual(new Set(['dispatched', 'supplement']))
  expect(errors).toEqual([])
  await context.close()
}, 120_000)
