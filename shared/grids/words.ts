/** 网格 of the county town have a border; a town (镇) is a grid of its own without one. */
export const GRID_KINDS = ['county_town', 'town'] as const
export type GridKind = (typeof GRID_KINDS)[number]

export const GRID_KIND_ZH: Record<GridKind, string> = { county_town: '县城网格', town: '镇' }

export const UNIT_KINDS = ['lead_department', 'segment_unit', 'town', 'community', 'office', 'department'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const UNIT_KIND_ZH: Record<UnitKind, string> = {
  lead_department: '牵头部门',
  segment_unit: '包段责任单位',
  town: '镇人民政府',
  community: '社区',
  office: '创建办',
  department: '职能部门',
}

/** 网格四包: leaders hold the area, a department leads, units hold segments, householders hold homes. */
export const TIERS = [1, 2, 3, 4] as const
export type Tier = (typeof TIERS)[number]

export const TIER_ZH: Record<Tier, string> = { 1: '包片领导', 2: '牵头部门', 3: '包段责任单位', 4: '中心户长' }

export const LINE_KINDS = ['road', 'river'] as const

/** Tiers 2 and 3 are held by a unit, 1 and 4 by a person. */
export const isUnitTier = (tier: Tier) => tier === 2 || tier === 3
