import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLACE, UNIT } from '../cases/world'
import { tooSmall } from '../kit/measure'
import { button, openDesk, sees, tick } from './desk-world'

/** The same work at 390 × 844: a list, a case, a form. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('the unit signs with one tap and answers with an after-photo; a verifier of another unit checks and closes', async () => {
  const { caseAt, cast } = desk.county
  const id = await caseAt('dispatched')
  const at = { longitude: PLACE.lng, latitude: PLACE.lat }
  const unit = await desk.sit(cast.handler, '/staff/home/index', { at })
  await button(unit.page, /我的单位/).click()
  await button(unit.page, '离我多远').click()
  await sees(unit.page, /^\d+ 米$/)
  const { title } = await desk.seen(id)
  await unit.page
    .getByRole('button', { name: `签收“${title}”` })
    .last()
    .click()
  await sees(unit.page, /已签收，请按时处置/)
  await expect.poll(async () => (await desk.seen(id)).state).toBe('processing')
  await unit.open(`/staff/cases/move?id=${id}&plan=handle`)
  await sees(unit.page, '站在同一位置、同一角度拍，对照才看得清')
  await button(unit.page, '对着原照片拍').click()
  const before = unit.page.getByAltText('整改前照片').locator('visible=true')
  expect(Number(await before.evaluate((it) => getComputedStyle(it.closest('.ghost-over') ?? it).opacity))).toBe(0.45)
  await unit.page.getByRole('group', { name: '同角度拍照' }).getByRole('button', { name: '拍照' }).click()
  await unit.page.getByAltText('第 1 张照片').locator('visible=true').waitFor()
  await unit.page.getByRole('textbox', { name: '说明' }).fill('更换井盖 1 套')
  await button(unit.page, '反馈').click()
  await expect.poll(async () => (await desk.seen(id)).state).toBe('handled')
  expect((await desk.seen(id)).after).toHaveLength(1)
  expect(unit.errors).toEqual([])

  const check = await desk.sit(cast.verifier, '/staff/cases/list?view=check')
  await button(check.page, new RegExp(title)).click()
  await sees(check.page, '整改后')
  await button(check.page, '核查结案').click()
  await tick(check.page, '设施完好')
  await desk.takePhoto(check.page)
  await button(check.page, '核查结案').click()
  await sees(check.page, /”已核查结案$/)
  expect((await desk.seen(id)).state).toBe('closed')
  expect(check.errors).toEqual([])
  await unit.context.close()
  await check.context.close()
}, 90_000)

test('a refusal keeps what was typed, and so does leaving the page', async () => {
  const { caseAt, cast } = desk.county
  const id = await caseAt('processing')
  const path = `/staff/cases/move?id=${id}&plan=handle`
  const { page, open, context } = await desk.sit(cast.handler, path)
  await page.getByRole('textbox', { name: '说明' }).fill('更换井盖 1 套')
  await button(page, '反馈').click()
  await page.getByRole('alert').getByText('请上传照片，或写明没有照片的原因').waitFor()
  await open(path)
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('更换井盖 1 套')
  expect((await desk.seen(id)).state).toBe('processing')
  await context.close()
}, 60_000)

test('without a network an answer with its photo waits on the phone, and leaves it with one tap later', async () => {
  const { caseAt, cast } = desk.county
  const id = await caseAt('processing')
  const { page, context } = await desk.sit(cast.handler, '/staff/cases/list?view=unit')
  await button(page, /拍照反馈/).waitFor()
  await page.goto(`${desk.base}/staff/cases/move?id=${id}&plan=handle`, { waitUntil: 'networkidle' })
  await context.setOffline(true)
  await desk.takePhoto(page)
  await page.getByRole('textbox', { name: '说明' }).fill('更换井盖 1 套')
  await button(page, '反馈').click()
  await sees(page, '没有网络，已存成草稿。联网后在列表里发出')
  await context.setOffline(false)
  expect((await desk.seen(id)).state).toBe('processing')
  await page.goto(`${desk.base}/staff/cases/list?view=unit`, { waitUntil: 'networkidle' })
  await sees(page, /件写了还没发出/)
  await button(page, '全部发出').click()
  await expect.poll(async () => (await desk.seen(id)).state).toBe('handled')
  expect(await desk.seen(id)).toMatchObject({ after: [{}] })
  await context.close()
}, 60_000)

test('every other move waits behind 更多: a case is sent for inspection to somebody the house names', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const { page, context } = await desk.sit(cast.reviewer, `/staff/cases/detail?id=${id}`)
  await button(page, '更多').click()
  await button(page, '派核实').click()
  await page.getByRole('combobox', { name: '核实人员' }).selectOption(cast.verifier.id)
  await button(page, '派核实').click()
  await sees(page, /”已派核实$/)
  expect((await desk.seen(id)).state).toBe('verifying')
  await context.close()
}, 60_000)

test('somebody who does not work for the county finds a closed door', async () => {
  const { page, context } = await desk.sit(desk.county.cast.lin, '/staff/cases/list')
  await sees(page, '这里是工作人员使用的')
  await context.close()
})

test('the ledger finds by words and grid, and the tabs count what it found', async () => {
  const { cast, ask, file, move, report } = desk.county
  const sent = await report(cast.lin, { categoryCode: 'E1' })
  await file(sent.id)
  await move(cast.reviewer, sent.id, 'dispatch', { unitId: UNIT })
  const { page, context } = await desk.sit(cast.admin, '/staff/cases/list?view=all')
  const row = await ask(cast.admin, 'GET', `/api/cases/${sent.id}`)
  await page.getByRole('searchbox', { name: '搜编号、地点、标题' }).fill(String(row.number))
  await page.getByRole('tab', { name: '全部 1 件' }).waitFor()
  await page.getByRole('tab', { name: '待签收 1 件' }).click()
  await sees(page, String(row.title))
  await context.close()
}, 60_000)

test('关怀模式 makes words and targets of list, case and form large, with nothing cut off sideways', async () => {
  const { report, cast } = desk.county
  const { id } = await report()
  const pages = ['list', `detail?id=${id}`, `move?id=${id}&plan=file-dispatch`]
  for (const elder of [false, true])
    for (const path of pages) {
      const phone = await desk.sit(cast.reviewer, `/staff/cases/${path}`, { elder })
      expect.soft(await tooSmall(phone, elder ? 18 : 11, elder ? 59 : 39), path).toEqual([])
      expect.soft(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect.soft(phone.errors).toEqual([])
      await phone.context.close()
    }
}, 120_000)
