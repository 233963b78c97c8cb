import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from '../kit/axe'
import { openPhone, type Phone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { tooSmall } from '../kit/measure'
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

const phoneOf = (as: Person | null, more: object = {}) => openPhone(browser, served.base, { as, ...more })
const press = ({ page }: Phone, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const sees = ({ page }: Phone, words: string | RegExp) => page.getByText(words).first().waitFor()
const shot = ({ page }: Phone, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : null

test('a team is built under the corps, somebody asks to join, the lead agrees, and the team is there for everybody', async () => {
  const { ask, key, volunteer, person } = world
  const admin = await person('韩主任', [['admin']])
  const lead = await volunteer('陆队长')
  const ma = await volunteer('马莉莉')
  const post = (as: Person, path: string, body: object) => ask(as, 'POST', path, { key: key(), ...body })
  await post(admin, '/api/teams', { name: '县志愿服务总队', kind: 'corps', parentId: null })

  const office = await phoneOf(admin)
  await office.open('/mine/volunteering/teams')
  await press(office, '新建队伍')
  await office.page.getByLabel('队伍名称').fill('护河分队')
  await office.page.getByRole('radio', { name: '分队' }).click()
  await office.page.getByRole('combobox', { name: /上级队伍/ }).selectOption({ label: '县志愿服务总队' })
  await press(office, '建立队伍')
  await sees(office, '护河分队')
  await shot(office, 'teams')

  const { items } = (await ask(null, 'GET', '/api/teams')) as unknown as { items: { id: string; name: string }[] }
  const id = items.find(({ name }) => name === '护河分队')?.id ?? ''
  await post(lead, `/api/teams/${id}/requests`, {})
  const asked = (await ask(lead, 'GET', '/api/my-teams')).items as { id: string }[]
  for (const move of ['accept', 'appoint']) await post(admin, `/api/team-members/${asked[0]?.id}/transitions`, { move })

  const hers = await phoneOf(ma)
  await hers.open(`/mine/volunteering/team?id=${id}`)
  await press(hers, '申请入队')
  await press(hers, '提交申请')
  await sees(hers, '我的申请等待同意')

  const his = await phoneOf(lead)
  await his.open(`/mine/volunteering/team?id=${id}`)
  await his.page.getByRole('radio', { name: '申请 1' }).click()
  await press(his, '同意入队：马莉莉')
  await his.page.getByRole('radio', { name: '队员' }).click()
  await sees(his, '马莉莉')
  await shot(his, 'team-lead')
  expect(await ask(ma, 'GET', '/api/my-teams')).toMatchObject({ items: [{ state: 'active', isPrimary: true }] })

  for (const one of [office, hers, his]) {
    expect([one.errors, one.strangers]).toEqual([[], []])
    await one.context.close()
  }
}, 120_000)

test('the month shows the day of an activity, and opens it; large text has the days as a list', async () => {
  await world.anActivity({
    title: '清洁滨江步道',
    shifts: [{ from: at('09:00', '2026-06-30'), to: at('11:00', '2026-06-30'), leader: world.leader }],
  })
  for (const elder of [false, true]) {
    const phone = await phoneOf(null, { elder })
    await phone.page.clock.setFixedTime(world.now())
    await phone.open('/pages/volunteering/list')
    await phone.page.getByRole('radio', { name: '月历' }).click()
    const day = elder
      ? phone.page.getByRole('button', { name: /6 月 30 日/ })
      : phone.page.getByRole('radio', { name: '6 月 30 日，1 个活动' })
    await day.click()
    await sees(phone, '清洁滨江步道')
    await shot(phone, elder ? 'month-elder' : 'month')
    expect(await barriers(phone.page)).toEqual([])
    expect(await tooSmall(phone, elder ? 18 : 11, elder ? 59 : 39)).toEqual([])
    expect(phone.errors).toEqual([])
    await phone.context.close()
  }
}, 120_000)
