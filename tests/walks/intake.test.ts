import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty, PLACE } from '../cases/world'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'

let county: Awaited<ReturnType<typeof openCounty>>
let served: Awaited<ReturnType<typeof serveHouse>>
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  county = await openCounty()
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('an operator at a wide desk writes a call down, and the case opens with the caller sealed', async () => {
  const at = { longitude: PLACE.lng, latitude: PLACE.lat }
  const desk = await openPhone(browser, served.base, { as: county.cast.reviewer, at, width: 1440, height: 900 })
  const { page } = desk
  await desk.open('/staff/home/index')
  await page.getByText('代录反映').click()
  await page.getByRole('textbox', { name: '原话' }).fill('井盖没了，老人差点绊倒')
  await page.getByRole('textbox', { name: '称呼' }).fill('赵大爷')
  await page.getByRole('textbox', { name: '回访电话' }).fill('13892610001')
  await page.getByText('有人受伤吗').waitFor({ timeout: 15_000 })
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT })
  await page.getByRole('button', { name: '录入', exact: true }).click()
  await page.getByText('查看联系方式').waitFor({ timeout: 15_000 })
  expect(await page.getByText('赵大爷').count()).toBe(0)
  await page.getByRole('button', { name: '查看联系方式' }).click()
  await page.getByRole('textbox', { name: '查看理由' }).fill('回访核实')
  await page.getByRole('button', { name: '登记并查看' }).click()
  await page.getByText('赵大爷 13892610001').waitFor({ timeout: 15_000 })
  expect(desk.errors).toEqual([])
  await desk.context.close()
}, 90_000)
