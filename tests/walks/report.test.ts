import { afterAll, beforeAll, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { openCounty, PLACE, UNIT } from '../cases/world'
import { openPhone, type Phone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { aPhoto } from '../kit/photos'

const HERE = { longitude: PLACE.lng, latitude: PLACE.lat }
/** In WG09 too, but far from the other tests' cases. */
const ELSEWHERE = { longitude: PLACE.lng + 0.004, latitude: PLACE.lat }

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

const aJpeg = async () => ({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await aPhoto()) })

/** The hand that takes the photo: the browser's own chooser, opened by a tap on the page. */
async function shoot({ page }: Phone, open: () => Promise<void>, file?: Awaited<ReturnType<typeof aJpeg>>) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
  await chooser.setFiles(file ?? (await aJpeg()))
}

const fromHome = (phone: Phone) => shoot(phone, () => phone.page.getByRole('button', { name: /^随手拍，/ }).click())

const addFromAlbum = (phone: Phone, file?: Awaited<ReturnType<typeof aJpeg>>) =>
  shoot(
    phone,
    async () => {
      await phone.page.locator('.picker-add').click()
      await phone.page.getByRole('button', { name: '从相册选' }).click()
    },
    file,
  )

const phoneOf = (as: Person | null, at: typeof HERE | null = HERE) => openPhone(browser, served.base, { as, at })

const seen = (phone: Phone, text: string | RegExp) => phone.page.getByText(text).last().waitFor({ timeout: 10_000 })

const submit = (phone: Phone) => phone.page.getByRole('button', { name: '提交', exact: true }).click()

test('three taps lead from home to a numbered case and its progress', async () => {
  const phone = await phoneOf(county.cast.lin)
  await phone.open('/pages/home/index')
  await fromHome(phone)
  await seen(phone, /已自动定位，误差约 8 米/)
  await seen(phone, '新建网格 · 新建社区')
  await seen(phone, '已推荐，可改 · 更多')
  await submit(phone)

  await seen(phone, '已收到，谢谢您')
  await seen(phone, /编号 YC-\d+-\d{4}/)
  await seen(phone, /今天 \d\d:\d\d 前受理/)
  await phone.page.getByRole('button', { name: '看进度' }).click()
  await seen(phone, '距承诺受理时间还有')
  await seen(phone, '您提交了问题')
  // Nothing was left behind as a draft, and the photo is the case's own.
  await phone.open('/pages/reports/drafts')
  await seen(phone, '没有待提交的草稿')
  expect(phone.errors).toEqual([])
  expect(phone.strangers).toEqual([])
  await phone.context.close()
}, 60_000)

test('the person changes class and words, hides their name, and moves the pin', async () => {
  const phone = await phoneOf(county.cast.zhou)
  await phone.open('/pages/reports/new')
  await addFromAlbum(phone)
  await phone.page.getByRole('button', { name: '更多' }).click()
  await phone.page.getByRole('searchbox', { name: '搜索类别' }).fill('路灯')
  await phone.page.getByRole('radio', { name: '路灯不亮' }).click()
  await phone.page.getByRole('textbox', { name: '说明' }).fill('灯杆漏电，有人受伤')
  await seen(phone, '有人受伤，请先拨 120')
  await phone.page.getByRole('button', { name: '拨 95598' }).waitFor()
  await phone.page.getByRole('radio', { name: '匿名' }).click()
  await seen(phone, '审核员也看不到您')
  await phone.page.getByRole('button', { name: '挪一下位置' }).click()
  await phone.page.locator('.place-sheet-map svg').click({ position: { x: 250, y: 120 } })
  await phone.page.getByRole('button', { name: '用这个位置' }).click()
  await seen(phone, '您在图上点的')
  await submit(phone)
  await seen(phone, '已收到，谢谢您')

  const id = new URL(phone.page.url()).searchParams.get('id')
  const made = await county.ask(county.cast.reviewer, 'GET', `/api/cases/${id}`)
  expect(made).toMatchObject({ categoryZh: '路灯不亮', words: '灯杆漏电，有人受伤', accuracyM: null })
  expect(made.lng).not.toBe(PLACE.lng)
  const { items } = (await county.ask(county.cast.reviewer, 'GET', `/api/cases/${id}/reports`)) as unknown as {
    items: { reporterZh: string }[]
  }
  expect(items[0]?.reporterZh).toBe('匿名')
  await phone.context.close()
}, 60_000)

test('a draft survives a reload and a dead network, and leaves by one tap when it is back', async () => {
  const phone = await phoneOf(county.cast.lin, ELSEWHERE)
  await phone.open('/pages/home/index')
  await fromHome(phone)
  await phone.page.getByRole('textbox', { name: '说明' }).fill('河边步道栏杆松了')
  await seen(phone, /草稿已存/)
  await phone.page.reload()
  expect(await phone.page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('河边步道栏杆松了')
  await phone.page.getByRole('img', { name: '第 1 张照片' }).waitFor()
  await seen(phone, /网格 · .+社区/)

  await phone.context.setOffline(true)
  await addFromAlbum(phone)
  await seen(phone, '现在没有网络，您填的内容会留在手机里')
  await phone.page.getByRole('button', { name: '存草稿' }).click()
  await seen(phone, '已传 1/2，有网后接着传')
  expect(await phone.page.getByRole('button', { name: '联网后可一键提交 1 件' }).isDisabled()).toBe(true)

  await phone.context.setOffline(false)
  await phone.page.getByRole('button', { name: '一键提交 1 件', exact: true }).click()
  await seen(phone, '已收到，谢谢您')
  const id = new URL(phone.page.url()).searchParams.get('id')
  const made = await county.ask(county.cast.lin, 'GET', `/api/my-cases/${id}`)
  expect((made as unknown as { before: object[] }).before).toHaveLength(2)
  expect(phone.errors).toEqual([])
  await phone.context.close()
}, 60_000)

test('a refused photo says why at the photo and loses nothing of the form', async () => {
  const phone = await phoneOf(county.cast.zhou, ELSEWHERE)
  await phone.open('/pages/reports/new')
  await addFromAlbum(phone)
  await phone.page.getByRole('textbox', { name: '说明' }).fill('垃圾桶满了')
  await addFromAlbum(phone, { name: 'list.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo at all') })
  await seen(phone, /^第 2 张：/)
  await submit(phone)
  await seen(phone, /第 2 张/)
  expect(await phone.page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('垃圾桶满了')
  await phone.page.getByRole('button', { name: '删掉第 2 张照片' }).click()
  await submit(phone)
  await seen(phone, '已收到，谢谢您')
  await phone.context.close()
}, 60_000)

test('somebody who is not signed in keeps the form, signs in, and submits it', async () => {
  const phone = await phoneOf(null, ELSEWHERE)
  await phone.open('/pages/home/index')
  await fromHome(phone)
  await seen(phone, /您还没有登录/)
  await phone.page.getByRole('button', { name: '去登录' }).click()
  await phone.page.getByRole('button', { name: /吴倩/ }).click()
  await submit(phone)
  await seen(phone, '已收到，谢谢您')
  await phone.context.close()
}, 60_000)

test('without permission the place is pointed at by hand; outside the town the page says the way out', async () => {
  const phone = await phoneOf(county.cast.lin, null)
  await phone.open('/pages/reports/new')
  await seen(phone, /没有定位权限/)
  await phone.page.getByRole('button', { name: '在地图上点' }).click()
  await phone.page.locator('.place-sheet-map svg').click({ position: { x: 150, y: 150 } })
  await phone.page.getByRole('button', { name: '用这个位置' }).click()
  await seen(phone, '您在图上点的')
  await phone.context.close()

  const far = await phoneOf(county.cast.lin, { longitude: PLACE.lng + 0.2, latitude: PLACE.lat })
  await far.open('/pages/reports/new')
  await seen(far, /不在城区网格内/)
  await addFromAlbum(far)
  await submit(far)
  await seen(far, /不在城区网格内/)
  const towns = far.page.getByRole('combobox', { name: '所在的镇' })
  await towns.selectOption({ index: 1 })
  await submit(far)
  await seen(far, '已收到，谢谢您')
  await far.context.close()
}, 60_000)

test('the same problem nearby is joined with one tap instead of told twice', async () => {
  const there = { longitude: PLACE.lng, latitude: PLACE.lat + 0.0025 }
  const { id } = await county.report(county.cast.lin, {
    position: { lng: there.longitude, lat: there.latitude, accuracyM: 8 },
    categoryCode: 'A1',
  })
  const phone = await phoneOf(county.cast.zhou, there)
  await phone.open('/pages/reports/new')
  await addFromAlbum(phone)
  await phone.page.getByRole('radio', { name: '暴露垃圾' }).click()
  await phone.page.getByRole('button', { name: '是同一个，我也遇到' }).click()
  await seen(phone, '已记上您这一份，进展会一起通知')
  await seen(phone, /2 人同报/)
  expect(phone.page.url()).toContain(String(id))
  await phone.open('/pages/reports/drafts')
  await seen(phone, '没有待提交的草稿')
  await phone.context.close()
}, 60_000)

test('what is closed is looked at, rated, and asked to be done again where it was not solved', async () => {
  const id = await county.caseAt('closed')
  const phone = await phoneOf(county.cast.lin)
  await phone.open('/pages/cases/mine')
  await phone.page.getByRole('radio', { name: '已办结' }).click()
  await phone.page
    .getByRole('button', { name: /待评价/ })
    .first()
    .click()
  await seen(phone, '整改后')
  await seen(phone, /^用时 .*比承诺早/)
  await phone.page.getByRole('radio', { name: '没解决' }).click()
  await phone.page.getByRole('checkbox', { name: '没有修好' }).click()
  await phone.page.getByRole('button', { name: '提交评价' }).click()
  await seen(phone, '您的评价：没解决，没有修好')
  await phone.page.getByRole('textbox', { name: '哪里没有解决' }).fill('井盖还在晃')
  const send = phone.page.getByRole('button', { name: '提交申请' })
  expect(await send.isDisabled()).toBe(true)
  await shoot(phone, () => phone.page.locator('.sheet .picker-add').click())
  await send.click()
  await seen(phone, '您申请了重办')
  const now = await county.ask(county.cast.lin, 'GET', `/api/my-cases/${id}`)
  expect(now).toMatchObject({ state: 'reopen_req', rating: { score: 1, tags: ['没有修好'] } })
  await phone.context.close()
}, 60_000)

test('催办 waits for the promised time, then goes out once', async () => {
  const id = await county.caseAt('processing')
  const phone = await phoneOf(county.cast.lin)
  await phone.open(`/pages/cases/progress?id=${id}`)
  await seen(phone, '距承诺处置时间还有')
  expect(await phone.page.getByRole('button', { name: '超时可催办' }).isDisabled()).toBe(true)
  const before = county.now()
  county.at(new Date(before.getTime() + 25 * 3_600_000))
  await phone.page.reload()
  await seen(phone, '已超过承诺时间')
  await phone.page.getByRole('button', { name: '催办', exact: true }).click()
  await seen(phone, '您催办了一次')
  await phone.page.getByRole('button', { name: '超时可催办' }).waitFor()
  county.at(before)
  await phone.context.close()
}, 60_000)

test('the inbox tells each step, counts what is unread, and opens the case', async () => {
  const id = await county.caseAt('filed')
  await county.move(county.cast.reviewer, id, 'dispatch', { unitId: UNIT })
  await tick(county.deps)
  const phone = await phoneOf(county.cast.lin)
  await phone.open('/pages/home/index')
  await phone.page.getByRole('button', { name: /^消息，\d+ 条未读$/ }).click()
  await phone.page
    .getByRole('button', { name: /^未读，已派到单位/ })
    .first()
    .click()
  await seen(phone, '办理进度')
  await phone.page.getByRole('button', { name: '返回' }).last().click()
  await phone.page.getByRole('button', { name: '全部标为已读' }).click()
  await seen(phone, '都看过了')
  await phone.context.close()
}, 60_000)

test('anyone sees the public cases around, and joins one when signed in', async () => {
  const { id } = await county.report(county.cast.lin, {
    position: { lng: PLACE.lng - 0.003, lat: PLACE.lat, accuracyM: 8 },
  })
  await county.file(id)
  const stranger = await phoneOf(null)
  await stranger.open('/pages/cases/nearby')
  await stranger.page.getByRole('button', { name: '看我附近' }).click()
  await seen(stranger, /您附近 1.5 公里内正在办理 \d+ 件/)
  await stranger.context.close()

  const phone = await phoneOf(county.cast.zhou)
  await phone.open(`/pages/cases/public?id=${id}`)
  await phone.page.getByRole('button', { name: '我也遇到' }).click()
  await seen(phone, /2 人同报/)
  await phone.context.close()
}, 60_000)

test('a 点位 code begins a report at the point', async () => {
  const phone = await phoneOf(county.cast.zhou)
  await phone.open('/pages/home/index')
  await phone.page.getByRole('button', { name: '输点位码' }).click()
  await phone.page.getByRole('textbox', { name: '点位码' }).fill('hello')
  await phone.page.getByRole('button', { name: '反映这个点位的问题' }).click()
  await seen(phone, /这不是点位码/)
  await phone.page.getByRole('textbox', { name: '点位码' }).fill('p01-01')
  await phone.page.getByRole('button', { name: '反映这个点位的问题' }).click()
  await seen(phone, '北新社区')
  await seen(phone, '点位的位置')
  await phone.context.close()
}, 60_000)
