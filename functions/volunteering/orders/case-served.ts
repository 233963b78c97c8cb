import { move, NOTHING_ASKED } from '../../cases/actions'
import { findAnyCase } from '../../cases/case-queries'
import type { Deps } from '../../http/deps'
import { Refused } from '../../http/refused'
import { listServedCases, type ServedCase } from './case-served-queries'

const BATCH = 50
const DONE_ZH = '志愿者已到现场完成服务'

/**
 * What volunteers did for a case goes into the case: their photos stand there as 整改后, it waits for 核查, and whoever led them cannot check it.
 * Late, twice or on several servers at once, each service moves its case once; a case that is not dispatched yet waits until it is.
 */
export async function sweepServedCases(deps: Deps, orderId: string | null = null): Promise<number> {
  const served = await listServedCases(deps.db, orderId, BATCH)
  let moved = 0
  for (const one of served) if (await serveCase(deps, one)) moved++
  return moved
}

async function serveCase(deps: Deps, { caseId, leaderId, note, photos }: ServedCase) {
  const leader = { id: leaderId, grants: [] }
  const found = await findAnyCase(deps.db, leader, caseId, photos)
  if (!found || photos.length === 0) return false
  const ask = { ...NOTHING_ASKED, move: 'serve', note: note || DONE_ZH, photos } as const
  try {
    await move(deps, leader, { ...found, relation: 'leader' }, { ask, version: found.version, send: null })
    return true
  } catch (err) {
    // Somebody was quicker, a unit that helps is not done yet, or the year has no calendar: the next sweep looks again.
    if (err instanceof Refused) return false
    throw err
  }
}
