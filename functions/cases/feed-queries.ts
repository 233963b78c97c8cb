import { and, desc, eq, sql } from 'drizzle-orm'
import { caseEvents, cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { grids, units } from '../../schema/grids'
import { PUBLIC_NOTES, QUIET_KINDS } from '../../shared/cases/public-notes'
import type { Db } from '../db/types'
import { isShown } from './public-queries'
import { categoryZhThen } from './rule-queries'

/** When the public side of the case last changed. */
export const changedAt = sql<Date | null>`(select e.at from ${caseEvents} e where e.case_id = "cases"."id"
  and e.kind not in ${[...QUIET_KINDS]} order by e.version desc limit 1)`.mapWith(cases.submittedAt)

/** The last note that was written for the public. */
export const publicNote = sql<string | null>`(select e.note from ${caseEvents} e where e.case_id = "cases"."id"
  and e.kind in ${[...PUBLIC_NOTES]} and e.note <> '' order by e.version desc limit 1)`

type Wanted = { gridId: string | undefined; categoryCode: string | undefined; size: number }

/** The public cases that moved last; the index of stages finds them however many cases there are. */
export const listFeedCases = (db: Db, { gridId, categoryCode, size }: Wanted) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      categoryCode: cases.categoryCode,
      categoryZh: categoryZhThen,
      addressZh: cases.addressZh,
      lng: cases.lng,
      lat: cases.lat,
      isFuzzed: categories.isFuzzed,
      gridId: cases.gridId,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      unitZh: units.name,
      submittedAt: cases.submittedAt,
      changedAt,
      publicNote,
    })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(
      and(
        isShown,
        gridId ? eq(cases.gridId, gridId) : undefined,
        categoryCode ? eq(cases.categoryCode, categoryCode) : undefined,
      ),
    )
    .orderBy(desc(cases.stageAt), desc(cases.id))
    .limit(size)

export type FeedCase = Awaited<ReturnType<typeof listFeedCases>>[number]
