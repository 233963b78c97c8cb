import { sql } from 'drizzle-orm'
import { rateWindows } from '../../schema/rates'
import type { Db } from './types'

const MINUTE_MS = 60_000
/** Windows older than this tell nothing; a few of them go with every count. */
const KEPT_MINUTES = 10

/** Counts once under the key; null while there is room this minute, else the seconds until there is. One upsert. */
export async function allow(db: Db, key: string, limit: number, now: Date): Promise<number | null> {
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const swept = db.$with('swept').as(
    db
      .delete(rateWindows)
      .where(
        sql`${rateWindows.key} in (select w.key from ${rateWindows} w where w.minute < ${minute - KEPT_MINUTES}
          and w.key <> ${key} limit 20 for update skip locked)`,
      )
      .returning({ key: rateWindows.key }),
  )
  const isSame = sql`${rateWindows.minute} = excluded.minute`
  const [row] = await db
    .with(swept)
    .insert(rateWindows)
    .values({ key, minute, hits: 1 })
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: { minute: sql`excluded.minute`, hits: sql`case when ${isSame} then ${rateWindows.hits} + 1 else 1 end` },
    })
    .returning({ hits: rateWindows.hits })
  if ((row?.hits ?? 1) <= limit) return null
  return Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now.getTime()) / 1000))
}
