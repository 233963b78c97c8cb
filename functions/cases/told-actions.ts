import type { Deps } from '../http/deps'
import type { Claimed } from '../notices/outbox-queries'
import { type Ear, isListener } from './tell-queries'

/** Whether the person still hears of the case in the part they were told in: a duty may have ended, a class become private. */
export async function isStillTold(
  { db }: Deps,
  { caseId, ear, personId }: Pick<Claimed, 'caseId' | 'ear' | 'personId'>,
) {
  return caseId === null || ear === null || isListener(db, ear as Ear, caseId, personId)
}
