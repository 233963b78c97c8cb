import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const NUMBER = '13900001234'
const house = await openHouse()
const { ask, key, fake, db } = house

const newcomer = async (code: string) => {
  const { token, me } = await ask(null, 'POST', '/api/sessions/wechat', { code })
  return { id: (me as { id: string }).id, name: '', token: String(token), openid: `openid-${code}` }
}
const bind = (as: { token: string }, code: string) => ask(as, 'POST', '/api/me/phone', { key: key(), code })
const give = (as: { token: string }) => ask(as, 'POST', '/api/me/consents', { key: key(), kind: 'phone', version: 1 })
const everything = async () => {
  const { rows } = (await db.execute(
    sql`select coalesce(string_agg(p::text, ' '), '') as words from person_phones p`,
  )) as {
    rows: { words: string }[]
  }
  return rows[0]?.words ?? ''
}

test('the code is not spent before the consent: after the yes the very same one binds the number, which lies sealed', async () => {
  const mei = await newcomer('mei')
  const code = fake.phoneCode(mei.openid)
  expect(await bind(mei, code)).toMatchObject({ status: 403, refused: 'consent_required', field: 'phone' })
  expect(fake.state.calls).not.toContain('/wxa/business/getuserphonenumber')
  await give(mei)
  expect(await bind(mei, code)).toMatchObject({ status: 200, phone: NUMBER })
  expect(await ask(mei, 'GET', '/api/me/phone')).toMatchObject({ phone: NUMBER })
  expect(await everything()).toContain(mei.id)
  expect(await everything()).not.toContain(NUMBER)
  expect(JSON.stringify((await ask(mei, 'GET', '/api/me/data')).记录)).not.toContain(NUMBER)
})

test('somebody else’s code, an old one and one used already bind nothing', async () => {
  const [lin, wu] = [await newcomer('lin'), await newcomer('wu')]
  for (const one of [lin, wu]) await give(one)
  const code = fake.phoneCode(wu.openid)
  expect(await bind(lin, code)).toMatchObject({ status: 401 })
  expect(await bind(wu, code)).toMatchObject({ status: 401 })
  expect(await bind(lin, 'no-such-code')).toMatchObject({ status: 401 })
  expect(await ask(lin, 'GET', '/api/me/phone')).toMatchObject({ phone: null })
})

test('whoever is not signed in through WeChat is told where to bind', async () => {
  const demo = await house.person('演示')
  expect(await bind(demo, fake.phoneCode('x'))).toMatchObject({ status: 409 })
})

test('unbinding and withdrawing the consent both delete the number', async () => {
  const zhao = await newcomer('zhao')
  await give(zhao)
  await bind(zhao, fake.phoneCode(zhao.openid))
  expect(await ask(zhao, 'POST', '/api/me/phone/end', { key: key() })).toMatchObject({ status: 200, phone: null })
  expect(await ask(zhao, 'POST', '/api/me/phone/end', { key: key() })).toMatchObject({ status: 409 })
  await bind(zhao, fake.phoneCode(zhao.openid))
  expect(await everything()).toContain(zhao.id)
  await ask(zhao, 'POST', '/api/me/consents/end', { key: key(), kind: 'phone' })
  expect(await everything()).not.toContain(zhao.id)
})
