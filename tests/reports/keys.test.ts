import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])
const gridAdmin = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
const make = (as: typeof admin, name: string) =>
  ask(as, 'POST', '/api/api-keys', { key: key(), name, scopes: ['open311'] })

test('a key that is made or ended stands in the journal of changes, without its secret', async () => {
  const { id, secret } = await make(admin, '12345 热线')
  house.at(new Date(house.now().getTime() + 60_000))
  expect(await ask(admin, 'POST', `/api/api-keys/${id}/end`, { key: key() })).toMatchObject({ status: 200 })
  expect(await ask(admin, 'POST', `/api/api-keys/${id}/end`, { key: key() })).toMatchObject({ status: 409 })
  const { items } = await ask(admin, 'GET', '/api/setting-changes')
  expect(items).toMatchObject([
    { kind: 'key_ended', kindZh: '停用密钥', byName: '高主任', lines: [{ name: '平台', was: '12345 热线' }, {}] },
    { kind: 'key_made', zh: '给12345 热线开通接口密钥', lines: [{ is: '12345 热线' }, { is: '提交问题（Open311）' }] },
  ])
  expect(JSON.stringify(items)).not.toContain(String(secret))
})

test('only the whole county’s administrator sees, makes and ends keys', async () => {
  const { id } = await make(admin, '智慧城管')
  expect(await make(gridAdmin, '别的平台')).toMatchObject({ status: 403, refused: 'forbidden' })
  expect(await ask(gridAdmin, 'GET', '/api/api-keys')).toMatchObject({ status: 403 })
  expect(await ask(gridAdmin, 'POST', `/api/api-keys/${id}/end`, { key: key() })).toMatchObject({ status: 403 })
  const { items } = await ask(admin, 'GET', '/api/api-keys')
  expect(items).toMatchObject([{ name: '智慧城管', endedAt: null }, {}])
})
