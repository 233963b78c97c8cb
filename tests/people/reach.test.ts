import { describe, expect, test } from 'vitest'
import { openHouse, type Person, type Scope } from '../kit/house'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house

/** Every kind of place somebody can work in, and every kind of administrator. */
const PLACES: Record<string, Scope> = {
  全县: {},
  一网格: { gridId: 'WG01' },
  二网格: { gridId: 'WG02' },
  单位: { unitId: 'U052' },
  单位在一网格: { unitId: 'U052', gridId: 'WG01' },
}
const ADMINS: Record<string, readonly Scope[]> = {
  全县管理员: [{}],
  单位里的全县管理员: [{ unitId: 'O01' }],
  一网格管理员: [{ gridId: 'WG01' }],
  二网格管理员: [{ gridId: 'WG02' }],
  两网格管理员: [{ gridId: 'WG01' }, { gridId: 'WG02' }],
  三网格管理员: [{ gridId: 'WG03' }],
}
const sees = (admin: string, { gridId }: Scope) =>
  (ADMINS[admin] ?? []).some((mine) => mine.gridId === undefined || mine.gridId === gridId)

const county = await person('高主任', [['admin']])
const root = (path: string, body: object) => ask(county, 'POST', path, { key: key(), ...body })
const staff: Record<string, Person> = {}
const invites: Record<string, string> = {}
const grants: Record<string, string> = {}
for (const [place, scope] of Object.entries(PLACES)) {
  const one = await person(`在${place}`)
  staff[place] = one
  const given = await root(`/api/staff/${one.id}/grants`, { role: 'handler', ...scope, unitId: 'U052' })
  grants[place] = (given.grants as { id: string }[])[0]?.id ?? ''
  const asked = { name: `请到${place}`, role: 'handler', ...scope, unitId: 'U052', days: 7 }
  invites[place] = String((await root('/api/invites', asked)).id)
}
/** A county role and a grid's, in one person. */
const both = await person('两处', [['reviewer'], ['verifier', { gridId: 'WG01' }]])
await root('/api/reply-templates', { move: 'reject', name: '全县的设置', text: '不在本县' })
await root('/api/grids/WG01/duties', {
  ...{ tier: 3, replaces: null, unitId: 'U052', personName: '', postZh: '责任单位', segmentZh: '新路段' },
  startsOn: '2026-07-01',
})

const admins: Record<string, Person> = {}
for (const [name, scopes] of Object.entries(ADMINS))
  admins[name] = await person(
    name,
    scopes.map((scope) => ['admin', scope] as const),
  )
const adminOf = (name: string) => admins[name] ?? county
const items = async (name: string, path: string) =>
  (await ask(adminOf(name), 'GET', `${path}?size=100`)).items as { id: string; zh: string; roles: { role: string }[] }[]

describe.each(Object.keys(ADMINS))('%s', (name) => {
  const mine = Object.entries(PLACES).filter(([, scope]) => sees(name, scope))
  const others = Object.entries(PLACES).filter(([, scope]) => !sees(name, scope))
  const isWhole = others.length === 0

  test('finds the staff and the invites of their own reach, and no other', async () => {
    const [found, waiting] = [await items(name, '/api/staff'), await items(name, '/api/invites')]
    for (const [place] of mine) {
      expect(found.map(({ id }) => id)).toContain(staff[place]?.id)
      expect(waiting.map(({ id }) => id)).toContain(invites[place])
    }
    for (const [place] of others) {
      expect(found.map(({ id }) => id)).not.toContain(staff[place]?.id)
      expect(waiting.map(({ id }) => id)).not.toContain(invites[place])
    }
  })

  test('opens a person of their reach; the others are not there, whatever is tried with them', async () => {
    for (const [place] of mine)
      expect(await ask(adminOf(name), 'GET', `/api/staff/${staff[place]?.id}`), place).toMatchObject({ status: 200 })
    for (const [place] of others) {
      const id = staff[place]?.id
      const tries = [
        await ask(adminOf(name), 'GET', `/api/staff/${id}`),
        await ask(adminOf(name), 'POST', `/api/staff/${id}/sessions/end`, { key: key() }),
        await ask(adminOf(name), 'POST', `/api/staff/${id}/grants`, { key: key(), role: 'verifier', gridId: 'WG01' }),
        await ask(adminOf(name), 'POST', `/api/grants/${grants[place]}/end`, { key: key() }),
        await ask(adminOf(name), 'POST', `/api/invites/${invites[place]}/end`, { key: key() }),
      ]
      for (const one of tries) expect(one, place).toMatchObject({ status: 404, refused: 'not_found' })
    }
  })

  test('reads the changes of their reach only; what is the county’s own is the county’s', async () => {
    const told = (await items(name, '/api/setting-changes')).map(({ zh }) => zh)
    for (const [place] of mine) {
      expect(told).toContain(`给在${place}授予责任单位经办人`)
      expect(told).toContain(`邀请请到${place}担任责任单位经办人`)
    }
    for (const [place] of others) {
      expect(told).not.toContain(`给在${place}授予责任单位经办人`)
      expect(told).not.toContain(`邀请请到${place}担任责任单位经办人`)
    }
    expect(told.includes('全县的设置')).toBe(isWhole)
    expect(told.some((zh) => zh.startsWith('调整'))).toBe(sees(name, { gridId: 'WG01' }))
  })

  test('of a person with a role there and one elsewhere sees the one there', async () => {
    const row = (await items(name, '/api/staff')).find(({ id }) => id === both.id)
    const expected = isWhole ? ['reviewer', 'verifier'] : sees(name, { gridId: 'WG01' }) ? ['verifier'] : []
    expect((row?.roles ?? []).map(({ role }) => role).toSorted()).toEqual(expected)
    const view = await ask(adminOf(name), 'GET', `/api/staff/${both.id}`)
    expect(((view.grants ?? []) as { role: string }[]).map(({ role }) => role).toSorted()).toEqual(expected)
  })
})

test('searching by words does not reach further than looking', async () => {
  const found = await ask(adminOf('二网格管理员'), 'GET', `/api/staff?q=${encodeURIComponent('市政')}`)
  expect((found.items as { id: string }[]).map(({ id }) => id)).toEqual([staff.二网格?.id])
})
