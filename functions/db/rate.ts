import { sql } from 'drizzle-orm'
import { rateWindows } from '../../schema/rates'
import type { Db } from './types'

const MINUTE_MS = 60_000
/** Windows older than this tell nothing; a few of them go with every count. */
const KEPT_MINUTES = 10

/** `hits` of one where nothing else is said. */
export type Count = { readonly key: string; readonly limit: number; readonly hits?: number }

/** Counts once under the key; null while there is room this minute, else the seconds until there is. One upsert. */
export const allow = (db: Db, key: string, limit: number, now: Date) => allowAll(db, [{ key, limit }], now)

/**
 * Counts under each key, in one upsert; null while there is room under all of them. Keys differ, and whoever shares two of them names
 * them in the same order, so that no two counts wait for each other.
 */
export async function allowAll(db: Db, counts: readonly Count[], now: Date): Promise<number | null> {
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const swept = db.$with('swept').as(
    db
      .delete(rateWindows)
      .where(
        sql`${rateWindows.key} in (select w.key from ${rateWindows} w where w.minute < ${minute - KEPT_MINUTES}
          and w.key not in ${counts.map(({ key }) => key)} limit 20 for update skip locked)`,
      )
      .returning({ key: rateWindows.key }),
  )
  const isSame = sql`${rateWindows.minute} = excluded.minute`
  const rows = await db
    .with(swept)
    .insert(rateWindows)
    .values(counts.map(({ key, hits = 1 }) => ({ key, minute, hits })))
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: {
        minute: sql`excluded.minute`,
        hits: sql`case when ${isSame} then ${rateWindows.hits} + excluded.hits else excluded.hits end`,
      },
    })
    .returning({ key: rateWindows.key, hits: rateWindows.hits })
  const limits = new Map(counts.map(({ key, limit }) => [key, limit]))
  if (rows.every(({ key, hits }) => hits <= (limits.get(key) ?? 0))) return null
  return Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now.getTime()) / 1000))
}
