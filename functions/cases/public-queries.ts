import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { files } from '../../schema/files'
import { grids, units } from '../../schema/grids'
import { FUZZ_MAX_M } from '../../shared/cases/public-place'
import type { LngLat } from '../../shared/kit/geo'
import { inBox } from '../db/places'
import type { Db } from '../db/types'
import { face, isLetOut, publicAfterOf, publicCoverOf } from './face-queries'
import { isLike, type Like, nearestFirst } from './like-queries'

const shown = {
  ...face,
  gridZh: sql<string>`coalesce(${grids.name}, '')`,
  followers: cases.followers,
  isPublic: cases.isPublic,
  before: publicCoverOf,
  after: publicAfterOf,
}

const from = (db: Db) =>
  db
    .select(shown)
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))

export type ShownCase = Awaited<ReturnType<typeof from>>[number]

const PUBLIC_OPEN = ['filed', 'dispatched', 'processing', 'suspended', 'handled', 'reopen_req'] as const
/** Let out when it was filed, and still a case of ours. */
export const isShown = and(isLetOut, inArray(cases.state, [...PUBLIC_OPEN, 'closed']))

type Wanted = {
  near: (LngLat & { radiusM: number }) | null
  gridId?: string | undefined
  state?: 'open' | 'closed' | undefined
  size: number
}

export function listShown(db: Db, { near, gridId, state, size }: Wanted) {
  const states: SQL | undefined =
    state && (state === 'closed' ? eq(cases.state, 'closed') : inArray(cases.state, [...PUBLIC_OPEN]))
  return from(db)
    .where(
      and(
        isShown,
        states,
        gridId ? eq(cases.gridId, gridId) : undefined,
        near ? inBox(cases, near, near.radiusM + FUZZ_MAX_M) : undefined,
      ),
    )
    .orderBy(desc(cases.submittedAt), desc(cases.id))
    .limit(near ? 500 : size)
}

export async function findShown(db: Db, id: string) {
  const [row] = await from(db).where(and(isShown, eq(cases.id, id)))
  return row
}

/** Read to be ranked by their looks; three are shown. */
const SIMILAR_MAX = 30

const printsOf = sql<string[]>`array(select f.dhash from ${casePhotos} p join ${files} f on f.id = p.file_id
  where p.case_id = "cases"."id" and p.kind = 'before' and f.dhash is not null)`
/** The hash of the asker's own upload, never of somebody else's. */
const ownPrint = (personId: string, photoId: string | null) => sql<string | null>`(select f.dhash from ${files} f
  where f.id = ${photoId}::text and f.owner_id = ${personId})`

/** What a citizen is asked about before they report it once more. */
export function listSimilar(
  db: Db,
  { personId, photoId, ...like }: Like & { personId: string; photoId: string | null },
) {
  const mine = sql<boolean>`exists (select 1 from ${caseFollowers} f
    where f.case_id = "cases"."id" and f.person_id = ${personId})`
  return db
    .select({ ...shown, mine, prints: printsOf, ownPrint: ownPrint(personId, photoId) })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(isLike(like))
    .orderBy(nearestFirst(like), cases.id)
    .limit(SIMILAR_MAX)
}

export async function monthFigures(db: Db, from: Date) {
  const [row] = await db
    .select({
      closed: sql<number>`count(*)`.mapWith(Number),
      measured:
        sql<number>`count(*) filter (where ${cases.dueAt} is not null and ${cases.handledAt} is not null)`.mapWith(
          Number,
        ),
      onTime: sql<number>`count(*) filter (where ${cases.handledAt} <= ${cases.dueAt})`.mapWith(Number),
      meanHours: sql<
        number | null
      >`(avg(extract(epoch from ${cases.handledAt} - ${cases.dispatchedAt}) / 3600))::float8`,
    })
    .from(cases)
    .where(and(eq(cases.state, 'closed'), sql`${cases.endedAt} >= ${from.toISOString()}::timestamptz`))
  return row ?? { closed: 0, measured: 0, onTime: 0, meanHours: null }
}
