import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty } from '../cases/world'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let county: Awaited<ReturnType<typeof openCounty>>
let number = ''
beforeAll(async () => {
  county = await openCounty()
  number = String((await county.report()).number)
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('the office takes the ledger as a file only with a reason, and a unit is not offered it', async () => {
  const { page, context, open, errors } = await openPhone(browser, served.base, { as: county.cast.reviewer })
  await open('/staff/home/index')
  await page.getByText('导出台账').click()
  await page.getByText('CSV', { exact: true }).click()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByText('导出原因至少写两个字').waitFor()
  await page.getByLabel('用途').fill('月度通报')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^台账-\d{4}-\d{2}-\d{2}\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toContain(number)
  expect(text).not.toContain(county.cast.lin.name)
  expect(errors).toEqual([])
  await context.close()
  const unit = await openPhone(browser, served.base, { as: county.cast.handler })
  await unit.open('/staff/home/index')
  await unit.page.getByText('待办', { exact: true }).first().waitFor()
  expect(await unit.page.getByText('导出台账').count()).toBe(0)
  await unit.context.close()
})
