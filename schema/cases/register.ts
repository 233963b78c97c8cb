import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

export const CLOCKS = ['work', 'wall'] as const

/** 问题类别: two levels; limits, conditions and words are the county's to change. */
export const categories = pgTable(
  'categories',
  {
    code: text().primaryKey(),
    zh: text().notNull(),
    groupCode: text().notNull(),
    groupZh: text().notNull(),
    departmentZh: text().notNull(),
    limitMinutes: integer().notNull(),
    limitClock: text({ enum: CLOCKS }).notNull(),
    /** The short limit once a case is 安全隐患 or 应急; null where there is none. */
    hazardMinutes: integer(),
    hazardClock: text({ enum: CLOCKS }),
    isQuick: boolean().notNull(),
    isPrivate: boolean().notNull(),
    /** 位置敏感: outsiders get a coarse square instead of the place. */
    isFuzzed: boolean().notNull().default(false),
    reward: text({ enum: ['money', 'thanks', 'none'] }).notNull(),
    icon: text().notNull(),
    keywords: jsonb().$type<readonly string[]>().notNull(),
    hintZh: text().notNull(),
    /** Metres and days within which the same class is likely the same problem. */
    nearM: integer().notNull(),
    nearDays: integer().notNull(),
    filingConditions: jsonb().$type<readonly string[]>().notNull(),
    closingConditions: jsonb().$type<readonly string[]>().notNull(),
    ordinal: smallint().notNull(),
  },
  (t) => [
    uniqueIndex('categories_zh_key').on(t.zh),
    check('categories_limit', sql`${t.limitMinutes} > 0`),
    check('categories_hazard_whole', sql`(${t.hazardMinutes} is null) = (${t.hazardClock} is null)`),
  ],
)

/** 类别的版本: what a category says from a day on; before its first version it says what its row says. Append only. */
export const categoryVersions = pgTable(
  'category_versions',
  {
    id: text().notNull(),
    code: text()
      .notNull()
      .references(() => categories.code),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    zh: text().notNull(),
    departmentZh: text().notNull(),
    limitMinutes: integer().notNull(),
    limitClock: text({ enum: CLOCKS }).notNull(),
    hazardMinutes: integer(),
    hazardClock: text({ enum: CLOCKS }),
    isPrivate: boolean().notNull(),
    /** Null in versions that were written before places could be fuzzed by version: as the category's row says. */
    isFuzzed: boolean(),
    hintZh: text().notNull(),
    keywords: jsonb().$type<readonly string[]>().notNull(),
    filingConditions: jsonb().$type<readonly string[]>().notNull(),
    closingConditions: jsonb().$type<readonly string[]>().notNull(),
    by: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'category_versions_pkey', columns: [t.code, t.startsAt, t.id] }),
    check('category_versions_limit', sql`${t.limitMinutes} > 0`),
    check('category_versions_hazard_whole', sql`(${t.hazardMinutes} is null) = (${t.hazardClock} is null)`),
    check('category_versions_leaves_the_past', sql`${t.startsAt} > ${t.at}`),
  ],
)

/** 工作日历: years that were imported, and the days that differ from Monday to Friday. */
export const workYears = pgTable('work_years', { year: integer().primaryKey(), source: text().notNull() })
export const workDays = pgTable('work_days', {
  day: date({ mode: 'string' }).primaryKey(),
  kind: text({ enum: ['work', 'rest'] }).notNull(),
  note: text().notNull(),
})

/** 案件编号: the last number of each day. */
export const caseNumbers = pgTable('case_numbers', { day: text().primaryKey(), last: integer().notNull() })
