import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, person, key } = house
const PHONE = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0', 'x-forwarded-for': '203.0.113.7' }
const DESK = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0', 'x-forwarded-for': '198.51.100.7' }

type SignIn = { id: string; device: string; address: string; isThis: boolean }
const signIn = async (personId: string, headers = {}) => ({
  token: String((await ask(null, 'POST', '/api/sessions/demo', { personId }, headers)).token),
})
const mine = async (as: { token: string }) => (await ask(as, 'GET', '/api/me/sign-ins')).items as SignIn[]
const minutes = (n: number) => house.at(new Date(house.now().getTime() + n * 60_000))

test('a person sees where they are signed in, by device and block of addresses, and ends one; a token is never shown', async () => {
  const he = await person('何敏', [['reviewer']])
  minutes(1)
  const phone = await signIn(he.id, PHONE)
  minutes(1)
  const desk = await signIn(he.id, DESK)
  const all = await mine(desk)
  expect(all).toMatchObject([
    { device: 'Windows 电脑 · Chrome', address: '198.51.100.0/24', isThis: true },
    { device: '苹果手机 · 微信', address: '203.0.113.0/24', isThis: false },
    { isThis: false },
  ])
  expect(JSON.stringify(all)).not.toContain(desk.token)
  const ended = await ask(desk, 'POST', `/api/me/sign-ins/${all[1]?.id}/end`, { key: key() })
  expect(ended).toMatchObject({ status: 200 })
  expect(await ask(phone, 'GET', '/api/me')).toMatchObject({ status: 401 })
  expect(await ask(desk, 'GET', '/api/me')).toMatchObject({ status: 200 })
  // Somebody else's is not there.
  const lin = await person('林晓岚')
  expect(await ask(lin, 'POST', `/api/me/sign-ins/${all[0]?.id}/end`, { key: key() })).toMatchObject({ status: 404 })
})

test('a member of staff is signed in at five places, the sixth ends the oldest; citizens are not counted', async () => {
  const wu = await person('吴倩', [['reviewer']])
  const tokens = [wu]
  for (let n = 0; n < 5; n++) {
    minutes(1)
    tokens.push({ ...wu, ...(await signIn(wu.id)) })
  }
  const states = await Promise.all(tokens.map(async (as) => (await ask(as, 'GET', '/api/me')).status))
  expect(states).toEqual([401, 200, 200, 200, 200, 200])
  const lin = await person('林晓岚')
  for (let n = 0; n < 6; n++) await signIn(lin.id)
  expect(await mine(lin)).toHaveLength(7)
})

test('an administrator sees and ends a sign-in of their staff; beyond their reach there is nothing', async () => {
  const admin = await person('管理员', [['admin']])
  const far = await person('别处管理员', [['admin', { gridId: 'WG01' }]])
  const chen = await person('陈工', [['verifier', { gridId: 'WG09' }]])
  const seen = await ask(admin, 'GET', `/api/staff/${chen.id}/sign-ins`)
  const [one] = seen.items as SignIn[]
  expect(await ask(far, 'GET', `/api/staff/${chen.id}/sign-ins`)).toMatchObject({ status: 404 })
  expect(await ask(far, 'POST', `/api/sign-ins/${one?.id}/end`, { key: key() })).toMatchObject({ status: 404 })
  expect(await ask(admin, 'POST', `/api/sign-ins/${one?.id}/end`, { key: key() })).toMatchObject({
    status: 200,
    items: [],
  })
  expect(await ask(chen, 'GET', '/api/me')).toMatchObject({ status: 401 })
})

test('a member of staff on a new device is told once; the first sign-in, a known device and a citizen are not', async () => {
  const qian = await person('钱远', [['reviewer']])
  minutes(1)
  await signIn(qian.id, DESK)
  minutes(1)
  const phone = await signIn(qian.id, PHONE)
  minutes(1)
  await signIn(qian.id, PHONE)
  const lin = await person('林晓岚')
  minutes(1)
  const again = await signIn(lin.id, PHONE)
  await tick(house.deps)
  await tick(house.deps)
  const told = (await ask(phone, 'GET', '/api/notices')).items as { title: string; text: string }[]
  const texts = told.filter(({ title }) => title === '您的账号在新设备上登录了').map(({ text }) => text)
  expect(texts.sort()).toEqual([
    expect.stringContaining('Windows 电脑 · Chrome'),
    expect.stringContaining('苹果手机 · 微信，网络地址 203.0.113.0/24'),
  ])
  expect((await ask(again, 'GET', '/api/notices')).items).toEqual([])
})

test('a staff session ends after twelve hours however much it is used', async () => {
  const sun = await person('孙巡', [['verifier']])
  for (let n = 0; n < 36; n++) {
    minutes(20)
    if (n < 35) expect(await ask(sun, 'GET', '/api/me')).toMatchObject({ status: 200 })
  }
  expect(await ask(sun, 'GET', '/api/me')).toMatchObject({ status: 401 })
})
