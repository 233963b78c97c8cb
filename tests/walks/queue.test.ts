import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, type Phone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { at, openWorld } from '../volunteering/world'

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

const phoneOf = (as: Person) => openPhone(browser, served.base, { as })
const press = ({ page }: Phone, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const sees = ({ page }: Phone, words: string | RegExp) => page.getByText(words).first().waitFor()
const look = async ({ page }: Phone, name: string) => {
  const to = process.env.LOOK_AT
  if (to) await page.screenshot({ path: `${to}/${name}.png` })
}

test('a full shift: one waits, the other leaves, the first is offered the seat and takes it; a leader looks at applications', async () => {
  world.at(at('08:00'))
  const day = '2026-06-28'
  const span = { from: at('14:00', day), to: at('16:00', day), leader: world.leader }
  const { id, shifts } = await world.anActivity({ shifts: [{ ...span, posts: { 清捡组: 1 } }] })
  const ma = await world.volunteer('马莉')
  const sun = await world.volunteer('孙伟')
  await world.signUp(ma, shifts[0]?.id ?? '')

  const waiting = await phoneOf(sun)
  await waiting.open(`/pages/volunteering/detail?id=${id}`)
  await sees(waiting, '满员，可以第一个候补')
  await press(waiting, '满员，加入候补')
  await sees(waiting, '候补中 · 第 1 位')
  await look(waiting, 'waiting')

  const leaving = await phoneOf(ma)
  await leaving.open(`/pages/volunteering/detail?id=${id}`)
  await press(leaving, '取消报名')
  await leaving.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await sees(leaving, '满员，可以第一个候补')

  await waiting.open('/pages/volunteering/mine')
  await sees(waiting, /还有 12 小时.*保留到今天 20:00/)
  await look(waiting, 'offer')
  await press(waiting, '接受名额')
  await sees(waiting, '已报名')

  const checked = await world.anActivity({
    title: '河道巡护',
    shifts: [{ ...span, from: at('17:00', day), to: at('18:00', day), admission: 'approval', posts: { 巡护组: 1 } }],
  })
  await waiting.open(`/pages/volunteering/detail?id=${checked.id}`)
  await press(waiting, '申请报名')
  await sees(waiting, '待审核 · 岗位由领队安排')
  await world.signUp(ma, checked.shifts[0]?.id ?? '')
  const leading = await phoneOf(world.leader)
  await leading.open(`/staff/volunteering/board?id=${checked.shifts[0]?.id}`)
  await look(leading, 'board')
  await press(leading, '同意，孙伟')
  await sees(leading, /报名 1\/1 人/)
  await press(leading, '不同意，马莉')
  await leading.page.getByLabel('原因').fill('这次人够了')
  await press(leading, '提交并通知本人')
  await sees(leading, '未通过')
  for (const { errors, strangers, context } of [waiting, leaving, leading]) {
    expect([errors, strangers]).toEqual([[], []])
    await context.close()
  }
}, 120_000)

test('a minor is let in by a guardian, who can take it back; a leader opens a seat and lets somebody in on the spot', async () => {
  world.at(at('08:00'))
  const { id, shifts } = await world.anActivity({
    minAge: 8,
    shifts: [{ from: at('09:00'), to: at('11:00'), leader: world.leader, posts: { 清捡组: 1 } }],
  })
  const yu = await world.volunteer('小雨', '14_15')
  const young = await phoneOf(yu)
  await young.open(`/pages/volunteering/detail?id=${id}`)
  await press(young, '请监护人同意')
  await young.page.getByLabel('监护人姓名').fill('陈建国')
  await young.page.getByLabel('监护人手机号').fill('13800138000')
  await young.page.getByText('我是监护人，我已阅读并同意').click()
  await look(young, 'guardian')
  await press(young, '提交同意书')
  await press(young, '一键报名')
  await sees(young, /已报名 ·/)

  world.at(at('08:50'))
  const ma = await world.volunteer('马莉')
  const leading = await phoneOf(world.leader)
  await leading.open(`/staff/volunteering/board?id=${shifts[0]?.id}`)
  await press(leading, '增加名额')
  await leading.page.getByLabel('名额', { exact: true }).fill('2')
  await leading.page.getByLabel('为什么增加').fill('来的人多')
  await leading.page.getByRole('dialog').getByRole('button', { name: '增加名额' }).click()
  await sees(leading, /报名 1\/2 人/)
  await press(leading, '现场加入')
  await leading.page.getByLabel('志愿者编号').fill(ma.number)
  await press(leading, '加入名单')
  await sees(leading, /现场加入 ·/)
  await look(leading, 'walk-in')

  await young.open('/pages/volunteering/mine')
  await look(young, 'consents')
  await press(young, '撤回')
  await press(young, '撤回同意')
  await sees(young, '还没有要参加的活动')
  for (const { errors, strangers, context } of [young, leading]) {
    expect([errors, strangers]).toEqual([[], []])
    await context.close()
  }
}, 120_000)
