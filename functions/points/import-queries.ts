import { asc } from 'drizzle-orm'
import { pointCategories, points } from '../../schema/points'
import type { PointCategory, PointRow } from '../../shared/points/point-table'
import { manyFrom, overwritten } from '../db/into'
import type { Db } from '../db/types'
import { recordImport, type Written } from '../grids/import-queries'

export const listPointRecords = (db: Db): Promise<PointRow[]> => db.select().from(points).orderBy(asc(points.code))
export const listPointCategories = (db: Db): Promise<PointCategory[]> =>
  db.select().from(pointCategories).orderBy(asc(pointCategories.no))

export const recordPoints = (
  db: Db,
  written: Written,
  { rows, categories }: { rows: readonly PointRow[]; categories: readonly PointCategory[] },
) =>
  recordImport(db, written, [
    db.$with('classes').as(
      db
        .insert(pointCategories)
        .select(manyFrom(pointCategories, categories, 'taken'))
        .onConflictDoNothing()
        .returning({ no: pointCategories.no }),
    ),
    db.$with('written').as(
      db
        .insert(points)
        .select(manyFrom(points, rows, 'taken'))
        .onConflictDoUpdate({ target: points.id, set: overwritten(points, 'id') })
        .returning({ id: points.id }),
    ),
  ])
