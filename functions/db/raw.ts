import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './types'

/** What a statement in plain SQL gives, in every driver; `T` is the shape its columns are given in it. */
export const rowsOf = async <T>(db: Db, query: SQL): Promise<readonly T[]> =>
  ((await db.execute(query)) as unknown as { rows: T[] }).rows

/** A moment as a value of plain SQL. */
export const moment = (at: Date | null) => sql`${at === null ? null : at.toISOString()}::timestamptz`
