import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { brokenConstraint } from '../../functions/db/errors'
import { seedCounty } from '../../functions/seed/grids'
import { gridDuties } from '../../schema/grids'
import type { ChainLink, GridView } from '../../shared/grids/contract'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, db } = house
await seedCounty(db, house.now())
const reviewer = await house.person('何敏', [['reviewer']])
const citizen = await house.person('林晓岚')

test('grids and units are listed to staff only, and found by name, kind and grid', async () => {
  for (const path of ['/api/grids', '/api/units']) {
    expect(await ask(null, 'GET', path)).toMatchObject({ status: 401 })
    expect(await ask(citizen, 'GET', path)).toMatchObject({ status: 403 })
  }
  const list = (await ask(reviewer, 'GET', '/api/grids')).items as { name: string }[]
  expect(list).toHaveLength(21)
  expect(list.find(({ name }) => name === '鼓楼网格')).toMatchObject({
    leadUnit: '县城市管理局',
    leaders: 3,
    segments: 14,
    estates: 12,
    householders: 13,
  })
  const found = await ask(reviewer, 'GET', `/api/units?q=${encodeURIComponent('市政')}`)
  expect(found.items).toMatchObject([{ name: '县市政工程公司', kind: 'segment_unit', kindZh: '包段责任单位' }])
  expect((await ask(reviewer, 'GET', '/api/units?gridId=WG09&kind=segment_unit')).items).toHaveLength(12)
  for (const hostile of ['%', '_', '\\', "' or 1=1 --"]) {
    const answer = await ask(reviewer, 'GET', `/api/units?q=${encodeURIComponent(hostile)}`)
    expect(answer).toMatchObject({ status: 200, items: [] })
  }
  expect(await ask(reviewer, 'GET', '/api/units?kind=king')).toMatchObject({ status: 400, zh: '单位类型有误' })
})

test('paging through the units meets each exactly once', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await ask(reviewer, 'GET', `/api/units?size=50${cursor && `&cursor=${cursor}`}`)
    seen.push(...(page.items as { id: string }[]).map(({ id }) => id))
    cursor = String(page.next ?? '')
  } while (cursor !== '')
  expect(seen).toHaveLength(167)
  expect(new Set(seen).size).toBe(167)
})

test('a grid shows its four tiers to anyone, a town says which of them are vacant, an unknown one is 404', async () => {
  const holders = async (who: typeof citizen | null) =>
    ((await ask(who, 'GET', '/api/grids/WG09')) as unknown as GridView).tiers.map((tier) => tier.holders)
  const [leaders, lead, segments, homes] = await holders(null)
  expect([leaders?.length, lead?.length, segments?.length, homes?.length]).toEqual([3, 1, 12, 11])
  expect(homes?.every(({ personName }) => personName?.includes('＊'))).toBe(true)
  const [, , , known] = await holders(reviewer)
  expect(known?.some(({ personName }) => personName?.includes('＊'))).toBe(false)
  const town = (await ask(null, 'GET', '/api/grids/Z01')) as unknown as GridView
  expect(town).toMatchObject({ kind: 'town', rings: null, tiers: [{}, {}, { vacant: true }, { vacant: true }] })
  expect(await ask(null, 'GET', '/api/grids/none')).toMatchObject({ status: 404, zh: '没有找到这个网格' })
})

test('a duty is ended, never changed or deleted, and the chain follows from that moment', async () => {
  const lead = sql`${gridDuties.gridId} = 'WG12' and ${gridDuties.tier} = 2`
  const guarded = async (write: PromiseLike<unknown>, name = 'grid_duties_only_end') =>
    expect(brokenConstraint(await Promise.resolve(write).catch((err: unknown) => err), name)).toBe(true)
  await guarded(db.delete(gridDuties).where(lead))
  await guarded(db.execute(sql`truncate ${gridDuties}`))
  await guarded(db.update(gridDuties).set({ unitId: 'D01' }).where(lead))
  const second = {
    id: 'new',
    gridId: 'WG12',
    tier: 2 as const,
    unitId: 'D02',
    postZh: '牵头部门',
    startsAt: house.now(),
  }
  await guarded(db.insert(gridDuties).values(second), 'grid_duties_one_lead')
  await guarded(
    db.insert(gridDuties).values({ ...second, unitId: null, personName: '某人' }),
    'grid_duties_unit_tiers_name_a_unit',
  )
  const leads = async () => ((await ask(null, 'GET', '/api/places?lng=107.389&lat=33.2526')).chain as ChainLink[])[1]
  expect(await leads()).toMatchObject({ names: ['县委宣传部'] })
  await db.update(gridDuties).set({ endsAt: house.now() }).where(lead)
  expect(await leads()).toMatchObject({ vacant: true, whyZh: '落在站前网格；牵头部门暂时空缺' })
  await db.insert(gridDuties).values(second)
  expect(await leads()).toMatchObject({ names: ['县文化和旅游局'] })
})
