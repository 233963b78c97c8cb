import { and, asc, eq, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { grids, units } from '../../schema/grids'
import type { Paging } from '../../shared/kit/page'
import type { Db } from '../db/types'
import { isLetOut } from './face-queries'
import { categoryZhThen, isFuzzedThen } from './rule-queries'

/** 挂账: what waits, the nearest review first; what was not let out is only counted. */
export const listHeld = (db: Db, { after, size }: Paging) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      categoryZh: categoryZhThen,
      addressZh: cases.addressZh,
      lng: cases.lng,
      lat: cases.lat,
      isFuzzed: isFuzzedThen,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      unitZh: sql<string>`coalesce(${units.name}, '')`,
      reason: cases.suspendReason,
      stageAt: cases.stageAt,
      reviewAt: cases.stageDueAt,
    })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(
      and(
        eq(cases.state, 'suspended'),
        isLetOut,
        after ? sql`(${cases.stageDueAt}, ${cases.id}) > (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(cases.stageDueAt), asc(cases.id))
    .limit(size + 1)

export async function countHidden(db: Db) {
  const [row] = await db
    .select({ n: sql<number>`count(*) filter (where not (${isLetOut}))`.mapWith(Number) })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .where(eq(cases.state, 'suspended'))
  return row?.n ?? 0
}
