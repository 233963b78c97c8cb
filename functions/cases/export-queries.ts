import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { caseExports } from '../../schema/cases/exports'
import { cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { grids, units } from '../../schema/grids'
import { people } from '../../schema/people'
import type { Paging } from '../../shared/kit/page'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { type Filter, matching } from './list-queries'
import { categoryZhThen } from './rule-queries'

export async function countLedger(db: Db, who: Actor, filter: Filter) {
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(matching(filter, who))
  return row?.n ?? 0
}

type Page = { readonly after: string; readonly size: number }

/** By number, which is the order they came in and has an index: a page costs the same wherever it is. */
export const listLedger = (db: Db, who: Actor, filter: Filter, { after, size }: Page) =>
  db
    .select({
      number: cases.number,
      title: cases.title,
      categoryZh: categoryZhThen,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      addressZh: cases.addressZh,
      unitZh: sql<string>`coalesce(${units.name}, '')`,
      state: cases.state,
      source: cases.source,
      submittedAt: cases.submittedAt,
      filedAt: cases.filedAt,
      dispatchedAt: cases.dispatchedAt,
      handledAt: cases.handledAt,
      endedAt: cases.endedAt,
      dueAt: cases.dueAt,
      followers: cases.followers,
      reworks: cases.reworks,
    })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(and(matching(filter, who), gt(cases.number, after)))
    .orderBy(asc(cases.number))
    .limit(size)

export const recordExport = (db: Db, row: typeof caseExports.$inferInsert) => db.insert(caseExports).values(row)

export const listExportRows = (db: Db, { after, size }: Paging) =>
  db
    .select({
      id: caseExports.id,
      byName: people.name,
      format: caseExports.format,
      reason: caseExports.reason,
      rows: caseExports.rows,
      filters: caseExports.filters,
      at: caseExports.at,
    })
    .from(caseExports)
    .innerJoin(people, eq(people.id, caseExports.by))
    .where(after ? sql`(${caseExports.at}, ${caseExports.id}) < (${after.at}::timestamptz, ${after.id})` : undefined)
    .orderBy(desc(caseExports.at), desc(caseExports.id))
    .limit(size + 1)
