import type { Limit } from '../../shared/kit/limits'
import type { Db } from '../db/types'

type Tally = { minute: number; hits: number; isFull: boolean }
/** As many keys as a process remembers; then it begins again, which lets a few reads too many pass. */
const KEYS_MAX = 10_000
const tallies = new WeakMap<Db, Map<string, Tally>>()

/** So many reads pass before the database hears of them: a twentieth of what one may, so small limits are exact. */
export const batchOf = ({ own }: Pick<Limit, 'own'>) => Math.max(1, Math.floor(own / 20))

/**
 * Gathers the reads of a key in this process, so that a read is one round trip and not two. A limit is then kept to within one batch a process.
 * `due` is the number of hits to tell the database now, 0 for none yet; `full` says afterwards that the database refused for this minute.
 */
export function tallyOf(db: Db, key: string, minute: number, batch: number) {
  const known = tallies.get(db) ?? new Map<string, Tally>()
  if (known.size >= KEYS_MAX) known.clear()
  tallies.set(db, known)
  const old = known.get(key)
  const tally = old?.minute === minute ? old : { minute, hits: 0, isFull: false }
  known.set(key, tally)
  tally.hits++
  const due = tally.isFull ? 1 : tally.hits >= batch ? tally.hits : 0
  if (due > 0) tally.hits = 0
  return {
    due,
    full: () => {
      tally.isFull = true
    },
  }
}
