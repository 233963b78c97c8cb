import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { GRID_KINDS, LINE_KINDS, type Tier, UNIT_KINDS } from '../shared/grids/words'
import type { Ring } from '../shared/kit/geo'

/** 本县: one row; every word about the county is here or in the seed, never in code. */
export const county = pgTable(
  'county',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    brand: text().notNull(),
    numberPrefix: text().notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    hotline: text().notNull(),
    hotlineZh: text().notNull(),
    emergencyZh: text().notNull(),
    officeZh: text().notNull(),
  },
  (t) => [check('county_one_row', sql`${t.id} = 'county'`)],
)

/** 单位: whoever can be named as responsible. */
export const units = pgTable(
  'units',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    kind: text({ enum: UNIT_KINDS }).notNull(),
    /** The trade a category of problems names as its default, 环卫 or 园林; null for most. */
    trade: text(),
  },
  (t) => [uniqueIndex('units_name_key').on(t.name), uniqueIndex('units_trade_key').on(t.trade)],
)

/** 网格: the county town's have a border and no two overlap; a town (镇) has none yet. */
export const grids = pgTable(
  'grids',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: GRID_KINDS }).notNull(),
    community: text(),
    bank: text(),
    areaKm2: doublePrecision(),
    lng: doublePrecision(),
    lat: doublePrecision(),
    rings: jsonb().$type<readonly Ring[]>(),
    minLng: doublePrecision(),
    minLat: doublePrecision(),
    maxLng: doublePrecision(),
    maxLat: doublePrecision(),
  },
  (t) => [
    uniqueIndex('grids_code_key').on(t.code),
    uniqueIndex('grids_name_key').on(t.name),
    check(
      'grids_county_town_has_border',
      sql`(${t.kind} = 'county_town') = (${t.rings} is not null and ${t.community} is not null and ${t.lng} is not null
        and ${t.lat} is not null and ${t.minLng} is not null and ${t.minLat} is not null and ${t.maxLng} is not null
        and ${t.maxLat} is not null)`,
    ),
  ],
)

/** 网格四包: who holds which tier of a grid, from when to when; a duty is ended, never deleted. */
export const gridDuties = pgTable(
  'grid_duties',
  {
    id: text().primaryKey(),
    gridId: text()
      .notNull()
      .references(() => grids.id),
    tier: smallint().$type<Tier>().notNull(),
    unitId: text().references(() => units.id),
    personName: text(),
    postZh: text().notNull(),
    /** The road or area it covers: 新建路中段. */
    segmentZh: text(),
    lng: doublePrecision(),
    lat: doublePrecision(),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('grid_duties_grid_tier_idx').on(t.gridId, t.tier),
    index('grid_duties_unit_idx').on(t.unitId),
    check('grid_duties_tier_known', sql`${t.tier} between 1 and 4`),
    check('grid_duties_unit_tiers_name_a_unit', sql`${t.tier} not in (2, 3) or ${t.unitId} is not null`),
    check('grid_duties_person_tiers_name_a_person', sql`${t.tier} not in (1, 4) or ${t.personName} is not null`),
    check('grid_duties_anchor_whole', sql`(${t.lng} is null) = (${t.lat} is null)`),
    check('grid_duties_ends_after_start', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
  ],
)

/** 小区 */
export const estates = pgTable(
  'estates',
  {
    id: text().primaryKey(),
    gridId: text()
      .notNull()
      .references(() => grids.id),
    name: text().notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
  },
  (t) => [index('estates_grid_idx').on(t.gridId), uniqueIndex('estates_name_key').on(t.name)],
)

/** Roads and the river, for drawing and for naming a place without a map service. */
export const mapLines = pgTable('map_lines', {
  id: text().primaryKey(),
  kind: text({ enum: LINE_KINDS }).notNull(),
  name: text().notNull(),
  class: text(),
  widthM: integer(),
  coordinates: jsonb().$type<Ring>().notNull(),
})

/** 导入: the last one of each kind. Its version is what two imports at the same moment meet at. */
export const imports = pgTable('imports', {
  kind: text().primaryKey(),
  version: integer().notNull(),
  sha256: text().notNull(),
  fresh: integer().notNull(),
  changed: integer().notNull(),
  same: integer().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})
