import type { gridDuties } from '../../schema/grids'
import { pointCategories, points, standards } from '../../schema/points'
import { COUNTY_SEED } from '../../schema/seed/county'
import { nearestAnchor } from '../../shared/grids/chain'
import type { GridShape } from '../../shared/grids/find'
import type { LngLat } from '../../shared/kit/geo'
import { isRefusal } from '../../shared/kit/refusal'
import { readPointFile } from '../../shared/points/import'
import type { Db } from '../db/types'

type NewDuty = typeof gridDuties.$inferInsert
type Segment = { gridId: string; unitId: string; lng: number | null; lat: number | null }

/** 点位 with their owner: the community where the point is one, else the unit whose segment is nearest. */
export async function seedPoints(db: Db, grids: readonly GridShape[], duties: readonly NewDuty[]) {
  const file = readPointFile(COUNTY_SEED.points, grids)
  if (isRefusal(file)) throw new Error(file.zh)
  const segments = duties.flatMap(({ tier, gridId, unitId, lng = null, lat = null }) =>
    tier === 3 && unitId ? { gridId, unitId, lng, lat } : [],
  )
  const owned = file.points.map((point) => ({ ...point, unitId: ownerOf(point, segments) }))
  await db.insert(pointCategories).values(file.categories).onConflictDoNothing()
  await db.insert(points).values(owned).onConflictDoNothing()
  await db.insert(standards).values(standardRows()).onConflictDoNothing()
}

function ownerOf(point: LngLat & { name: string; gridId: string }, segments: readonly Segment[]) {
  const community = COUNTY_SEED.units.find(([, name, kind]) => kind === 'community' && name === point.name)
  if (community) return community[0]
  const held = segments.filter(({ gridId }) => gridId === point.gridId)
  const near = nearestAnchor(held, point)
  if (!near) throw new Error(`${point.name}所在的网格没有责任段`)
  return near.thing.unitId
}

function standardRows() {
  const counted = new Map<number, number>()
  return COUNTY_SEED.standards.map(([categoryNo, source, zh, citeZh = null]) => {
    const position = (counted.get(categoryNo) ?? 0) + 1
    counted.set(categoryNo, position)
    return { id: `S${String(categoryNo).padStart(2, '0')}-${position}`, categoryNo, position, zh, source, citeZh }
  })
}
