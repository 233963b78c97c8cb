import { expect, test } from 'vitest'
import { type Duty, publicChain, resolveChain } from '../../shared/grids/chain'
import { placeLabel } from '../../shared/grids/label'
import { maskName } from '../../shared/kit/mask'

const at = new Date('2026-06-15T02:00:00Z')
const here = { lng: 107.38, lat: 33.25 }
const grid = { name: '新建网格' }
/** About 93 metres a thousandth of a degree of longitude. */
const east = (thousandths: number) => ({ lng: here.lng + thousandths / 1000, lat: here.lat })
const duty = (given: Partial<Duty>): Duty => ({
  tier: 3,
  unitId: null,
  unitName: null,
  personName: null,
  postZh: '',
  segmentZh: null,
  lng: null,
  lat: null,
  startsAt: new Date('2026-01-01T00:00:00Z'),
  endsAt: null,
  ...given,
})
const leader = duty({ tier: 1, personName: '赵一', postZh: '副县长' })
const lead = duty({ tier: 2, unitId: 'd', unitName: '县卫生健康局' })
const near = duty({ unitId: 'u1', unitName: '县市政工程公司', segmentZh: '新建路北段', ...east(1) })
const far = duty({ unitId: 'u2', unitName: '县图书馆', segmentZh: '南环路西段', ...east(3) })
const home = duty({ tier: 4, personName: '何秀岚', segmentZh: '花园小区', ...east(2) })
const whole = duty({ tier: 4, personName: '石健', postZh: '网格志愿者' })
const all = [far, whole, leader, home, lead, near]

test('each link is resolved with its reason: area, lead, nearest segment, nearest householder', () => {
  expect(resolveChain(all, grid, here, at)).toMatchObject([
    { tier: 1, zh: '包片领导', names: ['赵一'], whyZh: '落在新建网格，由 1 名县级领导包片' },
    { tier: 2, zh: '牵头部门', unitId: 'd', names: ['县卫生健康局'], whyZh: '落在新建网格，由县卫生健康局牵头' },
    { tier: 3, unitId: 'u1', segmentZh: '新建路北段', whyZh: '落在新建网格；最近的责任段 新建路北段，93 米' },
    { tier: 4, names: ['何秀岚'], whyZh: '落在新建网格；最近的小区 花园小区，186 米' },
  ])
})

test('far from every home the volunteer of the grid answers, and without one the nearest householder does', () => {
  const [, , , link] = resolveChain(all, grid, east(12), at)
  expect(link).toMatchObject({ names: ['石健'], whyZh: expect.stringContaining('500 米内没有小区，由网格志愿者负责') })
  const [, , , only] = resolveChain(
    all.filter((one) => one !== whole),
    grid,
    east(12),
    at,
  )
  expect(only).toMatchObject({ names: ['何秀岚'] })
})

test('a vacancy is named, whichever tier it is, and never an error', () => {
  for (const [i, zh] of ['包片领导', '牵头部门', '包段责任单位', '中心户长'].entries()) {
    const link = resolveChain(
      all.filter(({ tier }) => tier !== i + 1),
      grid,
      here,
      at,
    )[i]
    expect(link).toMatchObject({ vacant: true, names: [], unitId: null, whyZh: `落在新建网格；${zh}暂时空缺` })
  }
})

test('a duty counts from its first moment until just before its end', () => {
  const change = new Date('2026-06-15T02:00:00Z')
  const before = { ...near, endsAt: change }
  const after = { ...far, startsAt: change }
  const unit = (moment: string) => resolveChain([before, after], grid, here, new Date(moment))[2]?.unitId
  expect(unit('2026-06-15T01:59:59.999Z')).toBe('u1')
  expect(unit('2026-06-15T02:00:00Z')).toBe('u2')
  expect(unit('2025-12-31T00:00:00Z')).toBeNull()
})

test('the public reads units and leaders, and a neighbour only by a masked name', () => {
  const names = publicChain(resolveChain(all, grid, here, at)).map((link) => link.names)
  expect(names).toEqual([['赵一'], ['县卫生健康局'], ['县市政工程公司'], ['何＊岚']])
  expect([maskName('何敏'), maskName('欧阳春燕'), maskName('何')]).toEqual(['何＊', '欧＊＊燕', '何＊'])
})

test('a place is called by the road within 60 m, else the estate within 120 m, else the community', () => {
  const road = {
    name: '新建路',
    coordinates: [
      [107.3806, 33.2],
      [107.3806, 33.3],
    ] as [number, number][],
  }
  const spot = { name: '花园小区', ...east(-1) }
  expect(placeLabel(here, '新建社区', [road], [spot])).toBe('新建路附近 · 新建社区')
  expect(placeLabel(east(-0.2), '新建社区', [road], [spot])).toBe('花园小区附近 · 新建社区')
  expect(placeLabel(east(-3), '新建社区', [road], [spot])).toBe('新建社区')
  expect(placeLabel(here, '新建社区', [], [])).toBe('新建社区')
})
