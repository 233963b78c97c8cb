import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { grids, units } from '../../schema/grids'
import { pointCategories, points, standards } from '../../schema/points'
import type { LngLat } from '../../shared/kit/geo'
import { inBox } from '../db/places'
import type { Db } from '../db/types'

export const listCategoryRows = (db: Db) =>
  db
    .select({
      no: pointCategories.no,
      name: pointCategories.name,
      points: sql<number>`(select count(*)::int from ${points} p where p.category_no = "point_categories"."no")`,
    })
    .from(pointCategories)
    .orderBy(asc(pointCategories.no))

const named = (db: Db) =>
  db
    .select({
      id: points.id,
      code: points.code,
      categoryNo: points.categoryNo,
      category: pointCategories.name,
      name: points.name,
      gridId: points.gridId,
      gridName: grids.name,
      lng: points.lng,
      lat: points.lat,
      unitId: points.unitId,
      unitName: units.name,
    })
    .from(points)
    .innerJoin(pointCategories, eq(pointCategories.no, points.categoryNo))
    .innerJoin(grids, eq(grids.id, points.gridId))
    .innerJoin(units, eq(units.id, points.unitId))

type PointSearch = {
  readonly gridId: string | undefined
  readonly categoryNo: number | undefined
  readonly after: string | undefined
  readonly size: number
}

/** One row more than asked, so the caller knows whether a page follows. */
export const listPointRows = (db: Db, { gridId, categoryNo, after, size }: PointSearch) =>
  named(db)
    .where(
      and(
        gridId === undefined ? undefined : eq(points.gridId, gridId),
        categoryNo === undefined ? undefined : eq(points.categoryNo, categoryNo),
        after === undefined ? undefined : gt(points.id, after),
      ),
    )
    .orderBy(asc(points.id))
    .limit(size + 1)

/** A box on the index first; the caller keeps what is within the circle. */
export const listPointsAround = (db: Db, at: LngLat, metres: number) =>
  named(db)
    .where(inBox(points, at, metres))
    .limit(200)

export async function findPoint(db: Db, id: string) {
  const [row] = await named(db).where(eq(points.id, id))
  return row
}

export const listStandards = (db: Db, categoryNo: number) =>
  db
    .select({ id: standards.id, zh: standards.zh, source: standards.source, citeZh: standards.citeZh })
    .from(standards)
    .where(eq(standards.categoryNo, categoryNo))
    .orderBy(asc(standards.position))
