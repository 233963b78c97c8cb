import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, openDesk, sees } from './desk-world'

/** 督办 from the case's page to 销号 by two people. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('the office lists a case at the desk, its unit answers on the phone, two people cancel the entry', async () => {
  const { caseAt, cast, ask } = desk.county
  const caseId = await caseAt('handled')
  const entries = async () =>
    (await ask(cast.admin, 'GET', `/api/cases/${caseId}/supervisions`)).items as { id: string; state: string }[]
  const state = async () => (await entries())[0]?.state
  const office = await desk.sit(cast.admin, `/staff/cases/detail?id=${caseId}`, { width: 1440, height: 900 })
  await button(office.page, '挂牌督办').waitFor()
  await office.page.keyboard.press('g')
  await office.page.getByRole('textbox', { name: '督办要求' }).fill('请写明原因并整改')
  await button(office.page, '发督办单').click()
  await sees(office.page, /^督〔2026〕1号已发出$/)
  const id = (await entries())[0]?.id

  const unit = await desk.sit(cast.handler, '/staff/home/index')
  await button(unit.page, /督办台账/).click()
  await button(unit.page, /督〔2026〕1号/).click()
  await button(unit.page, '书面答复').click()
  await unit.page.getByRole('textbox', { name: '说明' }).fill('已整改')
  await desk.takePhoto(unit.page)
  await unit.page.getByRole('dialog').getByRole('button', { name: '书面答复' }).click()
  await expect.poll(state).toBe('answered')

  const photos = [await desk.county.photo(cast.verifier)]
  await desk.county.move(cast.verifier, caseId, 'close', { conditions: ['设施完好'], photos })
  await office.open(`/staff/cases/supervision?id=${id}`)
  await button(office.page, '提请销号').click()
  await office.page.getByRole('textbox', { name: '说明' }).fill('现场已核对')
  await desk.takePhoto(office.page)
  await office.page.getByRole('dialog').getByRole('button', { name: '提请销号' }).click()
  await expect.poll(state).toBe('proposed')
  await sees(office.page, '待销号')
  expect(await button(office.page, /^同意销号$/).count()).toBe(0)

  const second = await desk.sit(cast.reviewer2, `/staff/cases/supervision?id=${id}`)
  await button(second.page, /^同意销号$/).click()
  await second.page
    .getByRole('dialog')
    .getByRole('button', { name: /^同意销号$/ })
    .click()
  await expect.poll(state).toBe('cancelled')
  await sees(second.page, '已销号')
  for (const { errors, context } of [office, unit, second]) {
    expect(errors).toEqual([])
    await context.close()
  }
}, 120_000)
