import { addDays } from '../../shared/kit/time'
import { RETENTION, RETENTION_KINDS, type RetentionKind } from '../../shared/people/retention'
import { dropFile } from '../files/actions'
import { removeOldPlaces } from '../files/direct-queries'
import type { Deps } from '../http/deps'
import { findMark, recordMark } from '../notices/mark-queries'
import { listPeriods } from '../people/retention/queries'
import { removeAged, removeAgedAudit, removeUnused } from './retention-queries'

/** So many rows a kind and tick: a long backlog never holds a tick up. */
const BATCH = 500
/** What is kept for weeks need not be looked at every few seconds. */
const EVERY_MS = 3_600_000
const MARK = 'retention'

/** 到期清理: late, twice or on several servers at once it only takes what is beyond its period. */
export async function sweepRetention(deps: Deps): Promise<number> {
  const mark = await findMark(deps.db, MARK)
  if (deps.now().getTime() - mark.getTime() < EVERY_MS) return 0
  await recordMark(deps.db, MARK, deps.now())
  const own = new Map((await listPeriods(deps.db)).map(({ kind, days }) => [kind, days]))
  let gone = 0
  for (const kind of RETENTION_KINDS) {
    gone += await remove(deps, kind, addDays(deps.now(), -(own.get(kind) ?? RETENTION[kind].days)))
  }
  return gone
}

async function remove(deps: Deps, kind: RetentionKind, before: Date) {
  if (kind === 'audit') return removeAgedAudit(deps.db, before, BATCH)
  if (kind === 'sends') await removeOldPlaces(deps.db, before)
  if (kind !== 'uploads') return removeAged(deps.db, kind, before, BATCH)
  const unused = await removeUnused(deps.db, before, BATCH)
  for (const file of unused) await dropFile(deps, file)
  return unused.length
}
