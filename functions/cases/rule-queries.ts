import { and, asc, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { categories, categoryVersions } from '../../schema/cases/register'
import { type Change, changeFrom } from '../db/changes'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

type Moment = Date | SQL
const momentOf = (at: Moment) => (at instanceof Date ? sql`${at.toISOString()}::timestamptz` : at)

/** The version in force at a moment, of two for one day the later written; for a lateral join beside `categories`. */
export const ruleAt = (db: Db, at: Moment) =>
  db
    .select()
    .from(categoryVersions)
    .where(sql`"category_versions"."code" = "categories"."code" and "category_versions"."starts_at" <= ${momentOf(at)}`)
    .orderBy(desc(categoryVersions.startsAt), desc(categoryVersions.at), desc(categoryVersions.id))
    .limit(1)
    .as('rule')
type Rule = ReturnType<typeof ruleAt>

/** A category as that version has it, or as its row has it where there is none. */
export const ruled = (rule: Rule) => {
  const { zh, departmentZh, limitMinutes, limitClock, hazardMinutes, hazardClock, ...rest } =
    getTableColumns(categories)
  const { isPrivate, isFuzzed, hintZh, keywords, filingConditions, closingConditions, ...fixed } = rest
  return {
    ...fixed,
    zh: sql<string>`coalesce(${rule.zh}, ${zh})`,
    departmentZh: sql<string>`coalesce(${rule.departmentZh}, ${departmentZh})`,
    limitMinutes: sql<number>`coalesce(${rule.limitMinutes}, ${limitMinutes})`,
    limitClock: sql<'work' | 'wall'>`coalesce(${rule.limitClock}, ${limitClock})`,
    hazardMinutes: sql<
      number | null
    >`case when ${rule.id} is null then ${hazardMinutes} else ${rule.hazardMinutes} end`,
    hazardClock: sql<
      'work' | 'wall' | null
    >`case when ${rule.id} is null then ${hazardClock} else ${rule.hazardClock} end`,
    isPrivate: sql<boolean>`coalesce(${rule.isPrivate}, ${isPrivate})`,
    isFuzzed: sql<boolean>`coalesce(${rule.isFuzzed}, ${isFuzzed})`,
    hintZh: sql<string>`coalesce(${rule.hintZh}, ${hintZh})`,
    keywords: sql<readonly string[]>`coalesce(${rule.keywords}, ${keywords})`,
    filingConditions: sql<readonly string[]>`coalesce(${rule.filingConditions}, ${filingConditions})`,
    closingConditions: sql<readonly string[]>`coalesce(${rule.closingConditions}, ${closingConditions})`,
  }
}

/** What a case goes by, for lists: the version of the moment it came in. Wants `cases` and `categories` joined. */
const then = (column: SQL) => sql`(select ${column} from ${categoryVersions} v
  where v.code = "cases"."category_code" and v.starts_at <= "cases"."submitted_at"
  order by v.starts_at desc, v.at desc, v.id desc limit 1)`

export const categoryZhThen = sql<string>`coalesce(${then(sql`v.zh`)}, "categories"."zh")`
/** The same of a case under another name in the statement, with its category under another. */
export const isPrivateOf = (c: string, k: string) =>
  sql<boolean>`coalesce((select v.is_private from ${categoryVersions} v
    where v.code = ${sql.raw(c)}.category_code and v.starts_at <= ${sql.raw(c)}.submitted_at
    order by v.starts_at desc, v.at desc, v.id desc limit 1), ${sql.raw(k)}.is_private)`
/** A later relaxation never uncovers a place that was reported under a promise. */
export const isFuzzedThen = sql<boolean>`coalesce(${then(sql`v.is_fuzzed`)}, "categories"."is_fuzzed")`
export const isPrivateThen = sql<boolean>`coalesce(${then(sql`v.is_private`)}, "categories"."is_private")`

export async function findCategory(db: Db, code: string, at: Moment) {
  const rule = ruleAt(db, at)
  const [row] = await db
    .select(ruled(rule))
    .from(categories)
    .leftJoinLateral(rule, sql`true`)
    .where(eq(categories.code, code))
  return row
}

export const listCategoryRows = (db: Db, at: Moment) => {
  const rule = ruleAt(db, at)
  return db.select(ruled(rule)).from(categories).leftJoinLateral(rule, sql`true`).orderBy(categories.ordinal)
}

export async function findBaseRule(db: Db, code: string) {
  const [row] = await db.select().from(categories).where(eq(categories.code, code))
  return row
}

export const listVersions = (db: Db, code: string) =>
  db
    .select()
    .from(categoryVersions)
    .where(eq(categoryVersions.code, code))
    .orderBy(asc(categoryVersions.startsAt), asc(categoryVersions.at), asc(categoryVersions.id))

/** Another category that has the name at the moment. */
export async function findNamed(db: Db, zh: string, code: string, at: Date) {
  const rows = await listCategoryRows(db, at)
  return rows.find((row) => row.zh === zh && row.code !== code)
}

export type NewVersion = Required<typeof categoryVersions.$inferInsert>

export async function recordVersion(db: Db, send: Send, row: NewVersion, change: Change) {
  const made = db.$with('made').as(db.insert(categoryVersions).values(row).returning({ id: categoryVersions.id }))
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, row.code, row.at, made))
    .select()
    .from(made)
}

export const listUpcoming = (db: Db, at: Date) =>
  db
    .selectDistinct({ code: categoryVersions.code })
    .from(categoryVersions)
    .where(and(sql`${categoryVersions.startsAt} > ${at.toISOString()}::timestamptz`))
