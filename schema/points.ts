import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { STANDARD_SOURCES } from '../shared/points/words'
import { grids, units } from './grids'

/** 点位类别: 28 of them in the demo county. */
export const pointCategories = pgTable('point_categories', {
  no: integer().primaryKey(),
  name: text().notNull(),
})

/** 实地考察点位 */
export const points = pgTable(
  'points',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    categoryNo: integer()
      .notNull()
      .references(() => pointCategories.no),
    name: text().notNull(),
    gridId: text()
      .notNull()
      .references(() => grids.id),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    /** Every point has an owner. */
    unitId: text()
      .notNull()
      .references(() => units.id),
  },
  (t) => [
    uniqueIndex('points_code_key').on(t.code),
    index('points_grid_idx').on(t.gridId),
    index('points_category_idx').on(t.categoryNo),
    index('points_unit_idx').on(t.unitId),
  ],
)

/** 建设标准: what a visitor can measure at a point of the category. */
export const standards = pgTable(
  'standards',
  {
    id: text().primaryKey(),
    categoryNo: integer()
      .notNull()
      .references(() => pointCategories.no),
    position: integer().notNull(),
    zh: text().notNull(),
    source: text({ enum: STANDARD_SOURCES }).notNull(),
    /** Where the clause stands, for those that come from a document. */
    citeZh: text(),
  },
  (t) => [
    uniqueIndex('standards_category_position_key').on(t.categoryNo, t.position),
    check('standards_document_is_cited', sql`${t.source} <> 'document' or ${t.citeZh} is not null`),
  ],
)
