import { expect, test } from 'vitest'
import { openCounty } from '../cases/world'

const { ask, person, cast, key } = await openCounty()
const body = () => ({ key: key(), name: '县级热线平台', scopes: ['open311'] })

test('keys of other platforms are for the county’s administrators, not for one of a grid', async () => {
  const ofGrid = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
  const made = await ask(cast.admin, 'POST', '/api/api-keys', body())
  expect(made).toMatchObject({ status: 200 })
  expect(await ask(ofGrid, 'POST', '/api/api-keys', body())).toMatchObject({ status: 403 })
  expect(await ask(ofGrid, 'GET', '/api/api-keys')).toMatchObject({ status: 403 })
  expect(await ask(ofGrid, 'POST', `/api/api-keys/${made.id}/end`, { key: key() })).toMatchObject({ status: 403 })
  expect(await ask(cast.admin, 'GET', '/api/api-keys')).toMatchObject({ items: [{ id: made.id, endedAt: null }] })
})
