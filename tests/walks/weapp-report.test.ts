import { beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'
import { openCounty, PLACE } from '../cases/world'
import { aPhoto } from '../kit/photos'
import { handOf } from '../kit/weapp-hand'
import { openWeapp } from '../kit/weapp-host'

/** PLACE as WeChat tells it, in GCJ-02. */
const HERE = { longitude: PLACE.lng + 0.00457, latitude: PLACE.lat - 0.00116, accuracy: 9 }

let folder: string
let county: Awaited<ReturnType<typeof openCounty>>
let bytes: Uint8Array
beforeAll(async () => {
  folder = await built('weapp')
  county = await openCounty()
}, 300_000)

const fetch = (request: Request) => county.app.fetch(request)

const openPhone = async (answers: Parameters<typeof openWeapp>[0]['answers']) => {
  bytes = await aPhoto()
  const weapp = await openWeapp({
    folder,
    fetch,
    answers: { bytesOf: () => bytes, place: HERE, ...answers },
  })
  return { weapp, hand: handOf(weapp) }
}

test('in WeChat, three taps lead from home to a numbered case and its progress', async () => {
  const { weapp, hand } = await openPhone({ code: 'reporter-1' })
  await hand.sees('文明云川')
  await hand.tap(/^随手拍，/)
  await hand.onPage('pages/reports/new')
  await hand.agree('使用精确位置')
  await hand.sees('已自动定位，误差约 9 米')
  await hand.sees('新建网格 · 新建社区')
  await hand.sees('已推荐，可改 · 更多')
  await hand.tap(/^提交$/)
  await hand.agree('公开我反映的问题')
  await hand.onPage('pages/reports/sent')
  await hand.sees('已收到，谢谢您')
  await hand.tap('看进度')
  await hand.onPage('pages/cases/progress')
  await hand.sees('距承诺受理时间还有')
  await hand.sees('您提交了问题')
  expect(weapp.storage.get('drafts:report')).toEqual([])
  expect(weapp.errors).toEqual([])
})

test('in WeChat, a dead network keeps the draft, and one tap sends it later', async () => {
  const { weapp, hand } = await openPhone({ code: 'reporter-2' })
  await hand.sees('文明云川')
  await hand.tap(/^随手拍，/)
  await hand.agree('使用精确位置')
  await hand.sees('新建网格 · 新建社区')
  await hand.type('说明', '路灯不亮')
  weapp.answers.online = false
  await hand.tap(/^提交$/)
  await hand.tap('存草稿')
  await hand.onPage('pages/reports/drafts')
  await hand.sees('联网后可一键提交 1 件')
  expect(weapp.storage.get('drafts:report')).toMatchObject([{ fields: { words: '路灯不亮', categoryZh: '路灯不亮' } }])

  const later = await openWeapp({
    folder,
    fetch,
    answers: { code: 'reporter-2', bytesOf: () => bytes, place: HERE },
    storage: weapp.storage,
  })
  const again = handOf(later)
  await again.tap(/^我的$/)
  await again.onPage('pages/people/me')
  await again.tap(/^我的草稿/)
  await again.tap('一键提交 1 件')
  await again.agree('公开我反映的问题')
  await again.sees('已收到，谢谢您')
  expect(later.errors).toEqual([])
})

test('in WeChat, a scanned 点位码 begins a report at the point, and a refused place is chosen on the map', async () => {
  const { hand } = await openPhone({ code: 'reporter-3', scanned: 'https://wenming.example/p/P01-01' })
  await hand.tap('扫点位码')
  await hand.onPage('pages/reports/new')
  await hand.sees('北新社区')
  const other = await openPhone({ code: 'reporter-4', place: null })
  await other.hand.tap('选照片')
  await other.hand.agree('使用精确位置')
  await other.hand.sees('没有定位权限')
  other.weapp.answers.place = HERE
  await other.hand.tap('在地图上点')
  await other.hand.sees('您在图上点的')
  await other.hand.sees('新建网格 · 新建社区')
})

test('in WeChat, the platform’s privacy contract comes first: a yes goes on with the camera, a no leaves the page usable', async () => {
  const { weapp, hand } = await openPhone({ code: 'reporter-5', needsPrivacy: true })
  await hand.tap(/^随手拍，/)
  await hand.sees('用到个人信息前请您同意')
  await hand.tap('阅读《文明随手拍小程序隐私保护指引》')
  expect(weapp.log.some(({ name }) => name === 'openPrivacyContract')).toBe(true)
  await hand.press('agreePrivacyAuthorization')
  await hand.agree('使用精确位置')
  await hand.sees('已自动定位')
  const wary = await openPhone({ code: 'reporter-6', needsPrivacy: true })
  await wary.hand.tap(/^随手拍，/)
  await wary.hand.sees('用到个人信息前请您同意')
  await wary.hand.tap(/^不同意$/)
  await wary.hand.sees('反映问题')
  expect(weapp.errors).toEqual([])
})

test('in WeChat, 我的数据 comes to the phone and is handed to a chat, since WeChat opens no JSON', async () => {
  const { weapp, hand } = await openPhone({ code: 'reporter-7' })
  await hand.sees('文明云川')
  await weapp.open('/mine/people/privacy')
  await hand.sees('导出我的数据')
  await hand.tap(/^导出$/)
  await hand.sees('文件下载好了')
  await hand.tap('选择聊天发送')
  const path = 'wxfile://usr/我的数据.json'
  await expect
    .poll(() => weapp.log.find(({ name }) => name === 'shareFileMessage')?.given)
    .toMatchObject({ filePath: path })
  expect(JSON.parse(weapp.answers.files.get(path) ?? '')).toHaveProperty('记录')
})
