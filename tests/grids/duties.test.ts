import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])

type Row = { id: string; tier: number; unitId: string | null; startsAt: string; endsAt: string | null }
const history = async (gridId: string) => (await ask(admin, 'GET', `/api/grids/${gridId}/duties`)).items as Row[]
const lead = async (gridId: string) => (await history(gridId)).find(({ tier, endsAt }) => tier === 2 && endsAt === null)
const change = (gridId: string, body: object, as = admin) =>
  ask(as, 'POST', `/api/grids/${gridId}/duties`, {
    key: key(),
    tier: 2,
    postZh: '牵头部门',
    startsOn: '2026-06-20',
    ...body,
  })
const leadNow = async (gridId: string) => {
  const { tiers } = (await ask(null, 'GET', `/api/grids/${gridId}`)) as unknown as {
    tiers: { tier: number; holders: { unitId: string }[] }[]
  }
  return tiers.find(({ tier }) => tier === 2)?.holders.map(({ unitId }) => unitId)
}

test('a lead department changes on its day, not before, and who led before stays written', async () => {
  const old = await lead('WG01')
  const answer = await change('WG01', { replaces: old?.id, unitId: 'U052' })
  expect(answer).toMatchObject({ status: 200, gridId: 'WG01' })
  expect(await leadNow('WG01')).toEqual([old?.unitId])
  const start = house.now()
  house.at('2026-06-19T16:00:01Z')
  expect(await leadNow('WG01')).toEqual(['U052'])
  house.at(start)
  expect((await history('WG01')).find(({ id }) => id === old?.id)).toMatchObject({ endsAt: '2026-06-19T16:00:00.000Z' })
  const journal = await ask(admin, 'GET', '/api/setting-changes?kind=duty_changed')
  expect(journal.items).toMatchObject([{ zh: expect.stringContaining('牵头部门'), byName: '高主任' }])
})

test('of many who change one duty at the same moment one does, and the others are told', async () => {
  const old = await lead('WG02')
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => change('WG02', { replaces: old?.id, unitId: 'U052' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
})

test('a second lead beside the first, the past, a unit that is missing and a stranger’s duty are refused', async () => {
  expect(await change('WG03', { unitId: 'U052' })).toMatchObject({ status: 409, refused: 'overlap' })
  const old = await lead('WG03')
  expect(await change('WG03', { replaces: old?.id, unitId: 'U052', startsOn: '2026-06-14' })).toMatchObject({
    status: 422,
    field: 'startsOn',
  })
  expect(await change('WG03', { replaces: old?.id })).toMatchObject({ status: 422, field: 'unitId' })
  expect(await change('WG03', { replaces: old?.id, unitId: 'U999' })).toMatchObject({ status: 422, field: 'unitId' })
  const far = await lead('WG04')
  expect(await change('WG03', { replaces: far?.id, unitId: 'U052' })).toMatchObject({ status: 422, field: 'replaces' })
  expect(await change('WG03', { tier: 1, postZh: '县委常委' })).toMatchObject({ status: 422, field: 'personName' })
})

test('a duty ends without anybody following, and an administrator of another grid cannot do it', async () => {
  const old = await lead('WG05')
  const far = await person('外网格', [['admin', { gridId: 'WG01' }]])
  const end = (as: typeof admin) => ask(as, 'POST', `/api/duties/${old?.id}/end`, { key: key(), endsOn: '2026-06-16' })
  expect(await end(far)).toMatchObject({ status: 403 })
  expect(await end(admin)).toMatchObject({ status: 200 })
  expect(await end(admin)).toMatchObject({ status: 409 })
  house.at('2026-06-16T02:00:00Z')
  expect(await leadNow('WG05')).toEqual([])
  house.at('2026-06-15T02:00:00Z')
})

test('a change sent twice is one change', async () => {
  const body = { key: key(), tier: 1, personName: '王县长', postZh: '副县长', startsOn: '2026-06-15' }
  const first = await ask(admin, 'POST', '/api/grids/WG06/duties', body)
  const again = await ask(admin, 'POST', '/api/grids/WG06/duties', body)
  expect(again.items).toEqual(first.items)
})
