import { beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'
import { openCounty } from '../cases/world'
import type { Person } from '../kit/house'
import { aPhoto } from '../kit/photos'
import { handOf } from '../kit/weapp-hand'
import { openWeapp } from '../kit/weapp-host'

/** The desk inside WeChat: a case from 立案 to 结案 by the three people whose parts they are. */
let folder: string
let county: Awaited<ReturnType<typeof openCounty>>
let photo: Uint8Array
beforeAll(async () => {
  folder = await built('weapp')
  county = await openCounty()
  photo = await aPhoto()
}, 300_000)

/** WeChat signs in silently as somebody new: here the phone already holds the session of whoever works. */
async function sitDown(as: Person, url: string) {
  const answers = { bytesOf: () => photo }
  const weapp = await openWeapp({ folder, fetch: (request) => county.app.fetch(request), answers })
  await weapp.open('pages/people/me')
  const hand = handOf(weapp)
  await hand.tap('切换演示身份')
  await hand.tap(new RegExp(as.name))
  await hand.onPage('pages/people/me')
  await hand.sees(as.name)
  await weapp.open(url)
  return { weapp, hand }
}
const stateOf = async (id: unknown) => (await county.ask(county.cast.admin, 'GET', `/api/cases/${id}`)).state

test('a case is filed and dispatched, signed, answered and closed inside the mini-program', async () => {
  const { cast, report } = county
  const { id } = await report()

  const desk = await sitDown(cast.reviewer, `staff/cases/detail?id=${id}`)
  await desk.hand.tap('受理并派单')
  await desk.hand.onPage('staff/cases/move')
  await desk.hand.tap('受理并派单')
  await desk.hand.sees('请勾选符合的条件')
  await desk.hand.tap('属于本县职责范围')
  await desk.hand.tap('找别的单位')
  await desk.hand.type('搜索单位', '市政工程')
  await desk.hand.tap('县市政工程公司')
  await desk.hand.tap('受理并派单')
  await expect.poll(() => stateOf(id)).toBe('dispatched')
  expect(desk.weapp.errors).toEqual([])

  const unit = await sitDown(cast.handler, 'staff/cases/list?view=unit')
  await unit.hand.tap(/^签收“/)
  await expect.poll(() => stateOf(id)).toBe('processing')
  await unit.hand.tap(/^拍照反馈“/)
  await unit.hand.onPage('staff/cases/move')
  await unit.hand.tap('拍照')
  await unit.hand.type('说明', '更换井盖 1 套')
  await unit.hand.tap(/^反馈$/)
  await expect.poll(() => stateOf(id)).toBe('handled')
  expect(unit.weapp.errors).toEqual([])

  const check = await sitDown(cast.verifier, 'staff/cases/list?view=check')
  await check.hand.tap(/窨井盖|井盖/)
  await check.hand.sees('整改后')
  await check.hand.tap('核查结案')
  await check.hand.onPage('staff/cases/move')
  await check.hand.tap('设施完好')
  await check.hand.tap('拍照')
  await check.hand.tap('核查结案')
  await expect.poll(() => stateOf(id)).toBe('closed')
  expect(check.weapp.errors).toEqual([])
}, 60_000)

test('the home of the desk counts what waits for whoever looks', async () => {
  const { cast, report } = county
  await report()
  const { hand, weapp } = await sitDown(cast.reviewer2, 'staff/home/index')
  await hand.sees('吴倩，您好')
  await hand.sees('待受理')
  await hand.tap(/\d+待受理/)
  await hand.onPage('staff/cases/list')
  await hand.sees('新建网格')
  expect(weapp.errors).toEqual([])
})
