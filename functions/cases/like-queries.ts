import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
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
export const nearestFirst = ({ lng, lat }: LngLat) =>
  sql`power((${cases.lng} - ${lng}) * cos(radians(${lat})), 2) + power(${cases.lat} - ${lat}, 2)`

const isAmong = (ids: readonly string[]) => (ids.length === 0 ? sql`false` : inArray(cases.id, [...ids]))

type Asked = Like & { readonly id: string; readonly twinIds: readonly string[] }

/** Likely the same, those that show the same picture first: each half has an index of its own. */
export const listLike = (db: Db, who: Actor, { id, twinIds, ...like }: Asked) =>
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
    .where(and(or(isLike(like), isAmong(twinIds)), ne(cases.id, id), ne(cases.state, 'merged'), visibleTo(who)))
    .orderBy(sql`not ${isAmong(twinIds)}`, nearestFirst(like), cases.id)
    .limit(20)
