import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty, PLACE } from '../cases/world'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import { aPhoto } from '../kit/photos'
import { eml, filePart, textPart } from '../reports/mails'

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

/** The office sits elsewhere: the place is always pointed at. */
async function pointAt(page: Page) {
  await page.getByRole('button', { name: '在地图上点' }).click()
  await page.locator('.place-sheet-map svg').click({ position: { x: 150, y: 150 } })
  await page.getByRole('button', { name: '用这个位置' }).click()
  await page.getByText('您在图上点的').waitFor()
}

test('an operator at a wide desk writes a call down, and the case opens with the caller sealed', async () => {
  const at = { longitude: PLACE.lng, latitude: PLACE.lat }
  const desk = await openPhone(browser, served.base, { as: county.cast.reviewer, at, width: 1440, height: 900 })
  const { page } = desk
  await desk.open('/staff/home/index')
  await page.getByText('代录反映').click()
  await page.getByRole('textbox', { name: '原话' }).fill('井盖没了，老人差点绊倒')
  await page.getByRole('textbox', { name: '称呼' }).fill('赵大爷')
  await page.getByRole('textbox', { name: '回访电话' }).fill('13892610001')
  await pointAt(page)
  await page.getByText('有人受伤吗').waitFor({ timeout: 15_000 })
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}.call.png` })
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

test('a mail file is brought to the desk, becomes a case with its photo, and another is set aside', async () => {
  const desk = await openPhone(browser, served.base, { as: county.cast.reviewer, width: 1440, height: 900 })
  const { page } = desk
  const bring = async (bytes: Uint8Array) => {
    const path = join(tmpdir(), `${crypto.randomUUID()}.eml`)
    writeFileSync(path, bytes)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '上传 .eml 邮件' }).click(),
    ])
    await chooser.setFiles(path)
  }
  await desk.open('/staff/reports/mails')
  await page.getByText('没有待录的来信').waitFor()
  await bring(eml({ subject: '特价发票', parts: [textPart('代开发票')] }))
  await page.getByText('代开发票').waitFor()
  await page.getByRole('button', { name: '不录入' }).click()
  await page.getByRole('textbox', { name: '不录入的原因' }).fill('广告')
  await page.getByRole('button', { name: '确定不录入' }).click()
  await page.getByText('没有待录的来信').waitFor()
  await bring(new TextEncoder().encode('nonsense'))
  await page.getByText(/不是一封完整的邮件/).waitFor()
  const parts = [textPart('东门口井盖没了'), filePart('a.jpg', 'image/jpeg', await aPhoto())]
  await bring(eml({ from: '钱女士 <qian@example.cn>', subject: '井盖', parts }))
  await page.getByRole('button', { name: '录入', exact: true }).click()
  await page
    .getByText('第 1 张照片')
    .or(page.getByRole('button', { name: '删掉第 1 张照片' }))
    .first()
    .waitFor()
  expect(await page.getByRole('textbox', { name: '原话' }).inputValue()).toContain('东门口井盖没了')
  await pointAt(page)
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}.mail.png` })
  await page.getByRole('button', { name: '录入', exact: true }).click()
  await page.getByText('查看联系方式').waitFor({ timeout: 15_000 })
  expect(await page.getByText('钱女士').count()).toBe(0)
  expect(desk.errors).toEqual([])
  await desk.context.close()
}, 90_000)

test('words are spoken where the browser listens, and there is no button where it does not', async () => {
  const deaf = await openPhone(browser, served.base, { as: county.cast.lin })
  await deaf.context.addInitScript(() => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition'])
      Object.defineProperty(window, name, { value: undefined })
  })
  await deaf.open('/pages/reports/new')
  await deaf.page.getByRole('textbox', { name: '说明' }).waitFor()
  expect(await deaf.page.getByRole('button', { name: '语音输入' }).count()).toBe(0)
  await deaf.context.close()

  const phone = await openPhone(browser, served.base, { as: county.cast.lin })
  await phone.context.addInitScript(() => {
    class Ear {
      onresult: ((said: object) => void) | null = null
      onerror: ((failure: object) => void) | null = null
      onend: (() => void) | null = null
      start() {
        const say = (transcript: string) => Object.assign([{ transcript }], { isFinal: true })
        setTimeout(() => this.onresult?.({ resultIndex: 0, results: [say('路灯不亮，')] }), 50)
        setTimeout(() => this.onresult?.({ resultIndex: 1, results: [say('路灯不亮，'), say('天黑看不清')] }), 100)
      }
      stop() {
        this.onerror?.({ error: 'no-speech' })
        this.onend?.()
      }
    }
    Object.defineProperty(window, 'SpeechRecognition', { value: Ear })
  })
  await phone.open('/pages/reports/new')
  const { page } = phone
  await page.getByRole('textbox', { name: '说明' }).fill('三盏')
  await page.getByRole('button', { name: '语音输入' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('三盏路灯不亮，天黑看不清')
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}.voice.png` })
  await page.getByRole('button', { name: '正在听，点这里结束' }).click()
  await page.getByText('没有听到，请再说一次').waitFor()
  await page.getByRole('button', { name: '语音输入' }).waitFor()
  expect(phone.errors).toEqual([])
  await phone.context.close()
}, 60_000)
