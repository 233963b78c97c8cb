import { and, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { CELL_ROW } from '../../../shared/cases/cells'
import { RELAPSE } from '../../../shared/cases/relapses'
import { HEAT_CELL_M, HEAT_MAX, RELAPSES_MAX } from '../../../shared/cases/spots-contract'
import { metresPerDegree } from '../../../shared/kit/geo'
import type { Actor } from '../../../shared/people/roles'
import type { Db } from '../../db/types'
import { visibleTo } from '../visible-queries'

export type Wanted = {
  readonly since: Date
  readonly until: Date
  readonly categoryCode?: string | undefined
  readonly gridId?: string | undefined
  /** Of the county: how wide a square is there. */
  readonly lat: number
}

const isWanted = (who: Actor, { since, until, categoryCode, gridId }: Wanted): SQL | undefined =>
  and(
    visibleTo(who),
    notInArray(cases.state, ['merged', 'withdrawn']),
    sql`${cases.submittedAt} >= ${since.toISOString()}::timestamptz and ${cases.submittedAt} < ${until.toISOString()}::timestamptz`,
    categoryCode ? eq(cases.categoryCode, categoryCode) : undefined,
    gridId ? eq(cases.gridId, gridId) : undefined,
  )

/** The squares with most cases first, and how many cases there are in all. */
export function listHeat(db: Db, who: Actor, wanted: Wanted) {
  const { perLng, perLat } = metresPerDegree(wanted.lat)
  const row = sql`floor(${cases.lat} * ${perLat / HEAT_CELL_M}::float8)`
  const column = sql`floor(${cases.lng} * ${perLng / HEAT_CELL_M}::float8)`
  return db
    .select({
      lng: sql<number>`avg(${cases.lng})::float8`,
      lat: sql<number>`avg(${cases.lat})::float8`,
      count: sql<number>`count(*)::int`,
      addressZh: sql<string>`mode() within group (order by ${cases.addressZh})`,
      total: sql<number>`(sum(count(*)) over ())::int`,
    })
    .from(cases)
    .where(isWanted(who, wanted))
    .groupBy(sql`${row}, ${column}`)
    .orderBy(desc(sql`count(*)`), sql`1`)
    .limit(HEAT_MAX)
}

/** Small squares around one, as `cellsAround` counts them: the same numbers, so that the index answers. */
const around = sql`array(select "cases"."cell" + r * ${CELL_ROW}::bigint + c from generate_series(-1, 1) r, generate_series(-2, 2) c)`

const lastBefore = (column: SQL) => sql`(select ${column} from ${cases} b
  where b.cell = any(${around}) and b.category_code = "cases"."category_code" and b.state = 'closed'
    and b.ended_at between "cases"."submitted_at" - make_interval(days => ${RELAPSE.days}) and "cases"."submitted_at"
    and b.id <> "cases"."id"
    and power((b.lng - "cases"."lng") * cos(radians("cases"."lat")), 2) + power(b.lat - "cases"."lat", 2)
      <= power(${RELAPSE.metres / 111_195}::float8, 2)
  order by b.ended_at desc, b.id limit 1)`

/** Cases that came back: the same class closed at the same spot shortly before. The newest first. */
export function listReturned(db: Db, who: Actor, wanted: Wanted) {
  const returned = db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      addressZh: cases.addressZh,
      lng: cases.lng,
      lat: cases.lat,
      submittedAt: cases.submittedAt,
      beforeId: sql<string | null>`${lastBefore(sql`b.id`)}`.as('before_id'),
    })
    .from(cases)
    .where(isWanted(who, wanted))
    .as('returned')
  return db
    .select()
    .from(returned)
    .where(sql`${returned.beforeId} is not null`)
    .orderBy(desc(returned.submittedAt), returned.id)
    .limit(RELAPSES_MAX)
}

/** Of these cases the ones the asker may see. */
export const listSeen = (db: Db, who: Actor, ids: readonly string[]) =>
  db
    .select({ id: cases.id, number: cases.number, endedAt: cases.endedAt })
    .from(cases)
    .where(and(inArray(cases.id, [...ids]), visibleTo(who)))
