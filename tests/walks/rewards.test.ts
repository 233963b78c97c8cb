import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import { openRewards } from '../reports/rewards-world'

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let county: Awaited<ReturnType<typeof openRewards>>
let closed = ''
beforeAll(async () => {
  county = await openRewards()
  await county.setRule()
  closed = await county.caseAt('closed')
  await county.sweep()
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

const open = async (as: { token: string; id: string }, path: string) => {
  const phone = await openPhone(browser, served.base, { as })
  await phone.open(path)
  return phone
}

test('a reporter reads of the reward, one member approves it, another pays it and takes the file', async () => {
  const { lin, reviewer, reviewer2 } = county.cast
  const citizen = await open(lin, `/pages/cases/progress?id=${closed}`)
  await citizen.page.getByText('首报奖励 10 元 + 5 积分').click()
  await citizen.page.getByText('登记收款人').click()
  await citizen.page.getByLabel('真实姓名').locator('input').or(citizen.page.locator('input')).last().fill('林晓岚')
  await citizen.page.getByRole('button', { name: '保存' }).click()
  await citizen.page.getByText('微信零钱 · 林晓岚').waitFor()
  const first = await open(reviewer, '/staff/reports/rewards')
  await first.page.getByRole('button', { name: /^批准：/ }).click()
  await first.page.getByText('没有待批准的奖励').waitFor()
  await first.page.getByRole('radio', { name: /待发放 1/ }).click()
  await first.page.getByText('您可以发放 0 笔').waitFor()
  const second = await open(reviewer2, '/staff/reports/rewards')
  await second.page.getByRole('radio', { name: /待发放 1/ }).click()
  await second.page.getByText('您可以发放 1 笔，共 10 元').waitFor()
  await second.page.getByRole('button', { name: '编发放清单' }).click()
  await second.page.locator('.sheet input').fill('六月第一批')
  await second.page.locator('.sheet').getByRole('button', { name: '编发放清单' }).click()
  await second.page.getByRole('radio', { name: /已发放 1/ }).click()
  const saved = second.page.waitForEvent('download')
  await second.page.getByText('六月第一批 · 1 笔 10 元').click()
  expect((await saved).suggestedFilename()).toMatch(/^奖励发放-.*\.csv$/)
  await second.page.getByText(/下载 1 次/).waitFor()
  for (const phone of [citizen, first, second]) expect(phone.errors).toEqual([])
}, 90_000)
