import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import { IDS, openCertificates } from '../volunteering/certificates-world'

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let world: Awaited<ReturnType<typeof openCertificates>>
beforeAll(async () => {
  world = await openCertificates({ press })
  await world.serve(world.chen, { day: '2026-03-07', minutes: 125 })
  await world.serve(world.chen, { day: '2026-04-11', minutes: 64, evidence: 'supplemented' })
  served = await serveHouse(world)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('a volunteer gives a name, asks, an office issues, and anybody reads and verifies it', async () => {
  const phone = await openPhone(browser, served.base, { as: world.chen })
  const { page } = phone
  await phone.open('/pages/volunteering/hours')
  await page.getByText('我的证明').first().click()
  await page.getByRole('button', { name: /申请志愿服务记录证明/ }).click()
  await page.getByLabel('姓名', { exact: true }).fill('陈小丽')
  await page.getByLabel('证件号码', { exact: true }).fill(IDS.chen)
  await page.getByRole('checkbox').click()
  await page.getByRole('button', { name: '封存' }).click()
  await page.getByText('陈＊丽').waitFor()
  await page.getByRole('button', { name: /申请志愿服务记录证明/ }).click()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('待出具').first().waitFor()

  const desk = await openPhone(browser, served.base, { as: world.author, width: 1440, height: 900 })
  await desk.open('/staff/volunteering/certificates')
  await desk.page.getByRole('button', { name: '出具：陈＊丽', exact: true }).click()
  await desk.page.getByLabel('负责人', { exact: true }).fill('韩立')
  await desk.page.getByLabel('联系方式', { exact: true }).fill('0916-6212345')
  await desk.page.getByRole('button', { name: '出具', exact: true }).click()
  await desk.page.getByText('没有待出具的证明').waitFor()
  expect(desk.errors).toEqual([])

  await phone.open('/mine/volunteering/certificates')
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PDF' }).click(),
  ])
  expect(pdf.suggestedFilename()).toMatch(/^志愿服务记录证明-ZM-2026-YC-000001-.\.pdf$/)
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存成图片' }).click(),
  ])
  expect(png.suggestedFilename()).toMatch(/\.png$/)
  expect(phone.errors).toEqual([])

  const { items } = (await world.ask(world.chen, 'GET', '/api/my-certificates')) as unknown as {
    items: [{ linkKey: string }]
  }
  const stranger = await openPhone(browser, served.base, {})
  await stranger.open(`/mine/volunteering/certificate?k=${items[0].linkKey}`)
  await stranger.page.getByText('有效', { exact: true }).waitFor()
  await stranger.page.getByText('签名有效，由本机验证').waitFor()
  await stranger.page.getByText('3.1 小时（189 分钟），2 次').waitFor()
  await stranger.page.getByLabel('持有人姓名').fill('陈小丽')
  await stranger.page.getByLabel('证件号码后四位').fill(IDS.chen.slice(-4))
  await stranger.page.getByRole('button', { name: '核对' }).click()
  await stranger.page.getByText('一致，是这位志愿者的证明').waitFor()
  expect(stranger.errors).toEqual([])
}, 120_000)
