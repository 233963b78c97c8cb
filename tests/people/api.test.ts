import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, person } = house

test('a WeChat code opens a session, and the same openid is the same person', async () => {
  const first = await ask(null, 'POST', '/api/sessions/wechat', { code: 'c1' })
  expect(first).toMatchObject({ status: 200, me: { name: '微信用户', roles: [] } })
  const again = await ask(null, 'POST', '/api/sessions/wechat', { code: 'c1' })
  expect(again.me).toEqual(first.me)
  expect(again.token).not.toBe(first.token)
})

test('nobody is nobody: no token, a made-up token and an ended session are refused alike', async () => {
  const signedOut = { status: 401, refused: 'signed_out' }
  expect(await ask(null, 'GET', '/api/me')).toMatchObject(signedOut)
  expect(await ask({ token: 'x'.repeat(43) }, 'GET', '/api/me')).toMatchObject(signedOut)
  const lin = await person('林晓岚')
  expect(await ask(lin, 'GET', '/api/me')).toMatchObject({ status: 200, name: '林晓岚' })
  expect(await ask(lin, 'POST', '/api/sessions/end', {})).toMatchObject({ status: 200 })
  expect(await ask(lin, 'GET', '/api/me')).toMatchObject(signedOut)
})

test('a staff session ends after 30 idle minutes, and use keeps it alive', async () => {
  const he = await person('何敏', [['reviewer']])
  const start = house.now().getTime()
  const after = (minutes: number) => house.at(new Date(start + minutes * 60_000))
  after(29)
  expect(await ask(he, 'GET', '/api/me')).toMatchObject({ status: 200, roles: [{ role: 'reviewer' }] })
  after(58)
  expect(await ask(he, 'GET', '/api/me')).toMatchObject({ status: 200 })
  after(89)
  expect(await ask(he, 'GET', '/api/me')).toMatchObject({ status: 401 })
  after(0)
})
