import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Db } from './types'

/** What a statement in plain SQL gives, in every driver; `T` is the shape its columns are given in it. */
export const rowsOf = async <T>(db: Db, query: SQL): Promise<readonly T[]> =>
  ((await db.execute(query)) as unknown as { rows: T[] }).rows

/** A column of moments as text that JavaScript reads: what a JSON object of plain SQL holds. */
export const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The Shanghai month of a column of moments, YYYY-MM. The wall clock has had no summer time since 1991: eight hours ahead. */
export const monthOf = (column: SQLWrapper) =>
  sql<string>`to_char(${column} at time zone 'UTC' + interval '8 hours', 'YYYY-MM')`

/** A moment as a value of plain SQL. */
export const moment = (at: Date | null) => sql`${at === null ? null : at.toISOString()}::timestamptz`
