import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
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
const nearestFirst = ({ lng, lat }: LngLat) =>
  sql`power((${cases.lng} - ${lng}) * cos(radians(${lat})), 2) + power(${cases.lat} - ${lat}, 2)`

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
    })
    .from(cases)
    .where(and(isLike(like), ne(cases.id, id), visibleTo(who)))
    .orderBy(nearestFirst(like), cases.id)
    .limit(20)
