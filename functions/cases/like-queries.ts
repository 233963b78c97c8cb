import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import { cellsAround } from '../../shared/cases/cells'
import { OPEN_STATES } from '../../shared/cases/states'
import type { LngLat } from '../../shared/kit/geo'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { coverOf } from './face-queries'
import { visibleTo } from './visible-queries'

export type Like = LngLat & { readonly categoryCode: string; readonly nearM: number; readonly since: Date }

/** Likely the same problem: same class, near, still open or ended not long ago. Merged ones lead to their master. */
export const isLike = ({ categoryCode, nearM, since, ...at }: Like): SQL | undefined =>
  and(
    inArray(cases.cell, cellsAround(at, nearM)),
    eq(cases.categoryCode, categoryCode),
    sql`(${inArray(cases.state, [...OPEN_STATES])} or (${cases.state} = 'closed' and ${cases.endedAt} > ${since.toISOString()}::timestamptz))`,
  )

/** Degrees are enough to put the nearest first; the exact metres are counted on the few that remain. */
export const nearestFirst = ({ lng, lat }: LngLat) =>
  sql`power((${cases.lng} - ${lng}) * cos(radians(${lat})), 2) + power(${cases.lat} - ${lat}, 2)`

/** Shows the same picture as the case: the same bytes or the very same perceptual hash, both looked up by index. */
const isTwin = (caseId: string) => {
  const own = sql`select o.file_id from ${casePhotos} o where o.case_id = ${caseId}`
  return sql<boolean>`"cases"."id" in (select p.case_id from ${casePhotos} p where p.file_id in (
    select g.id from ${files} f join ${files} g on g.sha256 = f.sha256 where f.id in (${own})
    union
    select g.id from ${files} f join ${files} g on g.dhash = f.dhash where f.id in (${own})))`
}

export const listLike = (db: Db, who: Actor, { id, ...like }: Like & { readonly id: string }) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      addressZh: cases.addressZh,
      followers: cases.followers,
      submittedAt: cases.submittedAt,
      lng: cases.lng,
      lat: cases.lat,
      cover: coverOf,
      isTwin: isTwin(id),
    })
    .from(cases)
    .where(and(or(isLike(like), isTwin(id)), ne(cases.id, id), ne(cases.state, 'merged'), visibleTo(who)))
    .orderBy(sql`not ${isTwin(id)}`, nearestFirst(like), cases.id)
    .limit(20)
