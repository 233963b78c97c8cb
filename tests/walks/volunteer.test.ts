import jsqr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, type Phone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { at, openWorld } from '../volunteering/world'

const SPOT = { lng: 107.377051, lat: 33.258133 }

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
  served = await serveHouse(world)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

const phoneOf = (as: Person, more: object = {}) => openPhone(browser, served.base, { as, ...more })
const shift = (from: string, to: string, posts: Record<string, number>) => ({
  from: at(from),
  to: at(to),
  leader: world.leader,
  posts,
})
const press = ({ page }: Phone, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const sees = ({ page }: Phone, words: string | RegExp) => page.getByText(words).first().waitFor()
const done = async (...phones: Phone[]) => {
  for (const { errors, strangers, context } of phones) {
    expect([errors, strangers]).toEqual([[], []])
    await context.close()
  }
}

/** What somebody else's phone makes of a part of the screen. */
async function scanned(phone: Phone, selector: string) {
  const { data, info } = await sharp(await phone.page.locator(selector).screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
}

test('流程 e、f: a citizen signs up for a post, comes and goes by the leader’s code, and reads the hours the leader confirmed', async () => {
  world.at(at('08:00'))
  const { shifts } = await world.anActivity({
    ...SPOT,
    shifts: [shift('08:30', '11:30', { 清捡组: 5, 劝导组: 3 })],
  })
  const chen = await world.person('陈丽')
  const volunteer = await phoneOf(chen, { at: { longitude: SPOT.lng, latitude: SPOT.lat } })
  await volunteer.open('/pages/volunteering/list')
  await volunteer.page.getByRole('button', { name: /清洁滨江步道/ }).click()
  await volunteer.page.getByRole('radio', { name: /劝导组/ }).click()
  await press(volunteer, '一键报名（劝导组）')
  await volunteer.page.getByLabel('称呼').fill('陈丽')
  await press(volunteer, '登记并报名')
  await sees(volunteer, '已报名 · 劝导组')

  world.at(at('08:25'))
  const leader = await phoneOf(world.leader)
  await leader.open('/pages/volunteering/list')
  await leader.page.getByRole('link', { name: '我带队的' }).click()
  await leader.page.locator('.entry', { hasText: '清洁滨江步道' }).click()
  const digitsOf = async () => (await leader.page.locator('.board-digits').innerText()).replace(/\s/g, '')
  await leader.page.locator('.board-digits').waitFor()
  expect(await scanned(leader, '.board-qr')).toBe((await world.code(world.leader, shifts[0]?.id ?? '', 'in')).text)

  await volunteer.open('/pages/volunteering/list')
  await press(volunteer, '签到')
  await volunteer.page.getByLabel('8 位签到码').fill(await digitsOf())
  await press(volunteer, '签到')
  await press(volunteer, '可以，取一次')
  await sees(volunteer, '服务中')
  await sees(volunteer, /在服务范围内，距集合点/)
  await sees(volunteer, /^00:0\d:\d\d$/)

  world.at(at('11:31'))
  await press(leader, '返回')
  await leader.page.locator('.entry', { hasText: '清洁滨江步道' }).click()
  await leader.page.getByText('在场', { exact: true }).waitFor()
  await leader.page.getByRole('img', { name: '签退二维码' }).waitFor()
  await volunteer.page.getByLabel('8 位签退码').fill(await digitsOf())
  await press(volunteer, '签退并结束服务')
  await sees(volunteer, '等领队确认名单后计入')

  await leader.page.reload()
  await press(leader, '确认名单')
  await sees(leader, '1 人，共 3 小时')
  await press(leader, '确认并计入时长')
  await sees(leader, '已确认 1 人，共 3 小时')

  await volunteer.open('/pages/volunteering/hours')
  await sees(volunteer, '已认定')
  await volunteer.page.getByRole('img', { name: '今年累计 3 小时' }).waitFor()
  await volunteer.open('/pages/volunteering/mine')
  await volunteer.page.getByRole('radio', { name: '参加过的' }).click()
  await sees(volunteer, '时长已认定')
  await done(volunteer, leader)
}, 120_000)

test('a full shift says where there is room, and the button leads there', async () => {
  world.at(at('08:00'))
  const { id, shifts } = await world.anActivity({
    ...SPOT,
    title: '小家电义务维修日',
    shifts: [shift('12:00', '13:00', { 维修岗: 1 }), shift('14:00', '15:00', { 维修岗: 3 })],
  })
  await world.signUp(await world.volunteer('马莉'), shifts[0]?.id ?? '')
  const phone = await phoneOf(await world.volunteer('孙伟'))
  await phone.open(`/pages/volunteering/detail?id=${id}`)
  await phone.page.getByRole('radio', { name: /12:00/ }).click()
  await sees(phone, '满员，14:00 班还有 3 个名额')
  await press(phone, '改报今天 14:00 班')
  await press(phone, '一键报名')
  await sees(phone, '已报名 · 岗位由领队安排')
  await press(phone, '取消报名')
  await phone.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await sees(phone, '已取消报名，名额让给别人了')
  await done(phone)
}, 60_000)

test('the last seat taken meanwhile: the server’s sentence stays on the page with its way out', async () => {
  world.at(at('08:00'))
  const { id, shifts } = await world.anActivity({
    ...SPOT,
    shifts: [shift('12:00', '13:00', { 甲组: 1 }), shift('16:00', '17:00', { 甲组: 2 })],
  })
  const phone = await phoneOf(await world.volunteer('何敏'))
  await phone.open(`/pages/volunteering/detail?id=${id}`)
  await phone.page.getByRole('button', { name: '一键报名' }).waitFor()
  await world.signUp(await world.volunteer('吴敏'), shifts[0]?.id ?? '')
  await press(phone, '一键报名')
  await sees(phone, '满员，16:00 班还有 2 个名额')
  await phone.page.getByRole('button', { name: '改报今天 16:00 班' }).waitFor()
  await done(phone)
}, 60_000)

test('without a signal nothing is pretended: the check-in waits on the phone, and what comes too late goes to the leader', async () => {
  const tang = await world.volunteer('唐军')
  const { shiftId, ids } = await world.aShift('2026-06-27', [tang])
  const phone = await phoneOf(tang)
  await phone.open(`/pages/volunteering/check-in?id=${ids[0]}`)
  const { digits } = await world.code(world.leader, shiftId, 'in')
  await phone.page.getByLabel('8 位签到码').fill(digits)
  await phone.context.setOffline(true)
  await press(phone, '签到')
  await press(phone, '不给位置')
  await sees(phone, '没有信号，还没有签到')
  expect(await world.board(world.leader, shiftId)).toMatchObject({ came: 0 })

  await phone.context.setOffline(false)
  world.at(at('08:52'))
  await press(phone, '补传')
  await sees(phone, /签到没有补上：码不对或已过期/)
  await sees(phone, /您 今天 08:50 到场的时间记在这里。请告诉领队/)
  expect(await world.board(world.leader, shiftId)).toMatchObject({ came: 0 })

  const leader = await phoneOf(world.leader)
  await leader.open(`/staff/volunteering/board?id=${shiftId}`)
  await press(leader, '登记到场，唐军')
  await leader.page.getByLabel('到场时间').fill('08:50')
  await leader.page.getByRole('radio', { name: '没有信号' }).click()
  await press(leader, '登记到场')
  await leader.page.getByText('领队登记').waitFor()
  await phone.page.reload()
  await sees(phone, '服务中')
  await done(phone, leader)
}, 90_000)

test('a check-in that reached the server before the line broke is found again under its key, not made twice', async () => {
  const gu = await world.volunteer('顾云')
  const { shiftId, ids } = await world.aShift('2026-06-27', [gu])
  const phone = await phoneOf(gu)
  await phone.open(`/pages/volunteering/check-in?id=${ids[0]}`)
  let lost = 0
  await phone.context.route(/check-ins$/, async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await phone.page.getByLabel('8 位签到码').fill((await world.code(world.leader, shiftId, 'in')).digits)
  await press(phone, '签到')
  await press(phone, '不给位置')
  await sees(phone, '没有信号，还没有签到')
  await press(phone, '补传')
  await sees(phone, '服务中')
  expect(await world.board(world.leader, shiftId)).toMatchObject({ came: 1 })
  await done(phone)
}, 60_000)

test('an activity goes into the phone’s calendar as a file in UTC', async () => {
  world.at(at('08:00'))
  const { id } = await world.anActivity({ ...SPOT, shifts: [shift('12:30', '13:00', { 甲组: 2 })] })
  const phone = await phoneOf(await world.volunteer('陶宁'))
  await phone.open(`/pages/volunteering/detail?id=${id}`)
  const [file] = await Promise.all([phone.page.waitForEvent('download'), press(phone, '加到日历，存进手机')])
  const text = await (await file.createReadStream()).toArray()
  expect(Buffer.concat(text).toString('utf8')).toContain('DTSTART:20260627T043000Z\r\n')
  await done(phone)
}, 60_000)
