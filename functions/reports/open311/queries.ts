import { and, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { categories } from '../../../schema/cases/register'
import { grids, units } from '../../../schema/grids'
import { sends } from '../../../schema/people'
import { reporters } from '../../../schema/reports'
import type { CaseState } from '../../../shared/cases/states'
import { type DayRange, OPEN311_SHOWN } from '../../../shared/reports/open311'
import { face, isLetOut, publicCoverOf } from '../../cases/face-queries'
import { changedAt, publicNote } from '../../cases/feed-queries'
import { isPrivateOf } from '../../cases/rule-queries'
import type { Db } from '../../db/types'

/** A merged case leads to its master only where the master was let out itself. */
const masterNumber = sql<
  string | null
>`(select m.number from ${cases} m join ${categories} k on k.code = m.category_code
  where m.id = "cases"."master_id" and m.is_public and not ${isPrivateOf('m', 'k')})`

const shown = {
  ...face,
  gridZh: sql<string>`coalesce(${grids.name}, '')`,
  target: cases.target,
  externalNumber: cases.externalNumber,
  masterNumber,
  publicNote,
  changedAt,
  cover: publicCoverOf,
}

const from = (db: Db) =>
  db
    .select(shown)
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))

export type OutletRow = Awaited<ReturnType<typeof from>>[number]

/** What stays inside is not there. */
const isOutlet = and(isLetOut, inArray(cases.state, [...OPEN311_SHOWN]))

export const listByNumbers = (db: Db, numbers: readonly string[]) =>
  from(db)
    .where(and(isOutlet, inArray(cases.number, [...numbers])))
    .orderBy(desc(cases.submittedAt), desc(cases.id))

type Wanted = DayRange & {
  readonly states: readonly CaseState[]
  readonly codes: readonly string[]
  readonly page: number
  readonly size: number
}

export const listRequestRows = (db: Db, { before, from: first, states, codes, page, size }: Wanted) =>
  from(db)
    .where(
      and(
        isOutlet,
        gte(cases.submittedAt, first),
        lt(cases.submittedAt, before),
        inArray(cases.state, [...states]),
        codes.length > 0 ? inArray(cases.categoryCode, [...codes]) : undefined,
      ),
    )
    .orderBy(desc(cases.submittedAt), desc(cases.id))
    .limit(size)
    .offset((page - 1) * size)

/** The number of a public case by the name its page has. */
export async function findNumber(db: Db, id: string) {
  const [row] = await from(db).where(and(isOutlet, eq(cases.id, id)))
  return row?.number
}

type Posting = { readonly personId: string; readonly keys: readonly string[]; readonly since: Date; readonly day: Date }

/** What a platform handed in today, and the case the same request made within the last day. */
export async function findPostingFacts(db: Db, { personId, keys, since, day }: Posting) {
  const repeated = db
    .select({ number: cases.number })
    .from(sends)
    .innerJoin(cases, eq(cases.id, sends.subjectId))
    .where(and(eq(sends.personId, personId), inArray(sends.key, [...keys]), gt(sends.at, since)))
    .limit(1)
  const counted = db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(reporters)
    .where(and(eq(reporters.personId, personId), gte(reporters.at, day)))
  const [[again], [today]] = await Promise.all([repeated, counted])
  return { today: today?.n ?? 0, number: again?.number ?? null }
}

export async function findCaseNumber(db: Db, id: string) {
  const [row] = await db.select({ number: cases.number }).from(cases).where(eq(cases.id, id))
  return row?.number ?? ''
}
