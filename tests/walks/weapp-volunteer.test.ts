import jsqr from 'jsqr'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'
import { handOf } from '../kit/weapp-hand'
import { openWeapp, type Weapp } from '../kit/weapp-host'
import { at, openWorld } from '../volunteering/world'

let folder: string
let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  folder = await built('weapp')
  world = await openWorld()
}, 300_000)

const fetch = (request: Request) => world.app.fetch(request)
const given = (weapp: Weapp, name: string) => weapp.log.find((one) => one.name === name)?.given

/** The house's WGS-84 spot as WeChat's maps have it, give or take a metre. */
const GCJ = { longitude: expect.closeTo(107.3816, 3), latitude: expect.closeTo(33.2567, 3) }

test('流程 e inside WeChat: found, signed up, scanned in, scanned out, read in 我的时长', async () => {
  world.at(at('08:00'))
  const { shifts } = await world.anActivity({
    lng: 107.377051,
    lat: 33.258133,
    shifts: [{ from: at('08:30'), to: at('11:30'), leader: world.leader, posts: { 清捡组: 5, 劝导组: 3 } }],
  })
  const shiftId = shifts[0]?.id ?? ''
  const place = { longitude: 107.3816, latitude: 33.2567, accuracy: 12 }
  const weapp = await openWeapp({ folder, fetch, answers: { code: 'chen', place } })
  const hand = handOf(weapp)
  await hand.tap('志愿')
  await hand.tap('清洁滨江步道')
  await hand.onPage('pages/volunteering/detail')
  await hand.tap('导航到集合地点')
  expect(given(weapp, 'openLocation')).toMatchObject({ ...GCJ, name: '滨江步道东段 · 亲水平台集合' })
  await hand.tap('加到日历，存进手机')
  expect(given(weapp, 'addPhoneCalendar')).toMatchObject({
    title: '清洁滨江步道',
    startTime: at('08:30').getTime() / 1000,
    endTime: String(at('11:30').getTime() / 1000),
  })
  await hand.tap('劝导组')
  await hand.tap('一键报名（劝导组）')
  await hand.type('称呼', '陈丽')
  await hand.tap('登记并报名')
  await hand.agree('隐私政策')
  await hand.sees('已报名 · 劝导组')

  world.at(at('08:29'))
  weapp.answers.scanned = (await world.code(world.leader, shiftId, 'in')).text
  await weapp.open('/pages/volunteering/list')
  await hand.tap(/^签到$/)
  await hand.tap('扫领队的码签到')
  await hand.sees('核对一下位置吗')
  await hand.tap('可以，取一次')
  await hand.agree('使用精确位置')
  await hand.sees('服务中')
  await hand.sees('在服务范围内，距集合点')
  expect(given(weapp, 'scanCode')).toMatchObject({ onlyFromCamera: true })

  world.at(at('11:31'))
  weapp.answers.scanned = (await world.code(world.leader, shiftId, 'out')).text
  await hand.tap('扫码签退并结束服务')
  await hand.sees('等领队确认名单后计入')
  expect(await world.lead(world.leader, shiftId, 'confirmations')).toMatchObject({ status: 200, recorded: 1 })
  await weapp.open('/pages/volunteering/hours')
  await hand.sees('已认定')
  await hand.sees('3.0')
  expect(weapp.errors).toEqual([])
})

test('流程 f inside WeChat: the leader’s board draws a code that others read, and ticks who has no phone', async () => {
  const gu = await world.volunteer('顾云')
  const { shiftId } = await world.aShift('2026-06-28', [gu])
  const weapp = await openWeapp({ folder, fetch, answers: { code: 'leader-phone' } })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.tap('切换演示身份')
  await hand.tap('周建国')
  await hand.onPage('pages/people/me')
  await hand.tap('志愿')
  await hand.tap('我带队的')
  await hand.onPage('staff/volunteering/shifts')
  await weapp.open(`/staff/volunteering/board?id=${shiftId}`)
  await hand.sees('没有相机的，在签到页输入这 8 位数字')
  const code = await world.code(world.leader, shiftId, 'in')
  await hand.sees(`${code.digits.slice(0, 4)} ${code.digits.slice(4)}`)
  expect(await readQr(hand)).toBe(code.text)
  await hand.tap('登记到场，顾云')
  await hand.tap('手机没电')
  await hand.tap(/^登记到场$/)
  await hand.sees('领队登记')
  expect(await world.board(world.leader, shiftId)).toMatchObject({ came: 1 })
  expect(weapp.errors).toEqual([])
})

/** The drawing is the background of a box: taken from there and read by a decoder of other people. */
async function readQr(hand: ReturnType<typeof handOf>) {
  const box = hand.all().find((node) => String(node.attr.ariaLabel ?? '').endsWith('二维码'))
  const [, svg = ''] = /url\("data:image\/svg\+xml,([^"]+)"\)/.exec(String(box?.attr.style)) ?? []
  const { data, info } = await sharp(Buffer.from(decodeURIComponent(svg)))
    .resize({ width: 400 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}
