import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { openLedger } from '../volunteering/ledger-world'

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let world: Awaited<ReturnType<typeof openLedger>>
let ma: Person
beforeAll(async () => {
  world = await openLedger()
  await world.settle()
  ma = await world.volunteer('马莉莉')
  await world.served('2026-07-01', [ma])
  await world.db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, served_at, reason_zh, actor_id, at)
    select 'opening', ${ma.id}, 'opening', 6000, 'medium', at, '期初', 'x', at from hours_ledger limit 1`)
  served = await serveHouse(world)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

const open = async (as: Person, path: string, width = 390) => {
  const phone = await openPhone(browser, served.base, { as, width, height: width < 600 ? 844 : 900 })
  await phone.open(path)
  return phone
}

test('a volunteer finds an error, asks for a check, the office puts it right, and every line stays on the record', async () => {
  const volunteer = await open(ma, '/pages/volunteering/hours')
  await volunteer.page.getByText('实测 102.0 小时，补录 0.0 小时').waitFor()
  await volunteer.page.locator('.record').first().click()
  await volunteer.page.getByText('计入 +120 分钟').waitFor()
  await volunteer.page.getByRole('button', { name: '申请更正' }).click()
  await volunteer.page.locator('.sheet textarea').fill('十点半就走了')
  await volunteer.page.getByRole('button', { name: '提交' }).click()
  await volunteer.page.getByText('待核定').waitFor()
  const office = await open(world.admin, '/staff/volunteering/requests', 1440)
  await office.page.getByRole('radio', { name: '待核定 1' }).click()
  await office.page.getByRole('button', { name: /^核定：马莉莉/ }).click()
  await office.page.locator('.sheet input').fill('90')
  await office.page.locator('.sheet textarea').fill('现场照片为证')
  await office.page.locator('.sheet').getByRole('button', { name: '核定' }).click()
  await office.page.getByText('没有待核定的').waitFor()
  await volunteer.page.reload()
  await volunteer.page.getByText('冲回 -120 分钟').waitFor()
  await volunteer.page.getByText('更正为 +90 分钟').waitFor()
  for (const phone of [volunteer, office]) expect(phone.errors).toEqual([])
}, 90_000)

test('a star is asked for, shown to everybody with a masked name, and the ledger of the office adds up', async () => {
  const volunteer = await open(ma, '/mine/volunteering/stars')
  await volunteer.page.getByRole('button', { name: '申报一星志愿者' }).click()
  await volunteer.page.getByText('马＊莉 · 一星志愿者').waitFor()
  const office = await open(world.admin, '/staff/volunteering/book', 1440)
  await office.page.getByText('4 笔，逐笔核对无误').waitFor()
  const saved = office.page.waitForEvent('download')
  await office.page.getByText('hledger 日记账').first().click()
  await office.page.locator('.sheet textarea').fill('月度核对')
  await office.page.locator('.sheet').getByRole('button', { name: '导出' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^时长账-.*\.journal$/)
  for (const phone of [volunteer, office]) expect(phone.errors).toEqual([])
}, 90_000)
