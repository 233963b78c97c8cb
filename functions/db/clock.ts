import { sql } from 'drizzle-orm'
import { rowsOf } from './raw'
import type { Db } from './types'

const EVERY_MS = 15_000
/** An answer that took longer says too little about when it was given. */
const SLOW_MS = 2_000
/** Less than this is the network's doing. */
const NOISE_MS = 1_000

/**
 * The time of the database by the clock of this machine: servers that share a database share its time, so that a clock set wrong opens and
 * ends nothing early. Looked at again four times a minute; where the database does not answer, what was known last holds.
 */
export async function databaseClock(db: Db): Promise<{ now: () => Date; stop: () => void }> {
  let offMs = 0
  const look = async () => {
    const from = Date.now()
    const [row] = await rowsOf<{ ms: number }>(
      db,
      sql`select (extract(epoch from clock_timestamp()) * 1000)::double precision as ms`,
    )
    const to = Date.now()
    if (row === undefined || to - from > SLOW_MS) return
    const off = Number(row.ms) - (from + to) / 2
    offMs = Math.abs(off) < NOISE_MS ? 0 : Math.round(off)
  }
  await look()
  const timer = setInterval(() => void look().catch(() => {}), EVERY_MS)
  timer.unref()
  return { now: () => new Date(Date.now() + offMs), stop: () => clearInterval(timer) }
}
