import { type Doubt, doubtsOf, seesDoubts } from '../../shared/cases/doubts'
import type { Actor } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import type { EventRow, FoundCase } from './case-queries'
import { listElsewhere, listPrints } from './hint-queries'

const awayOf = (event: EventRow | undefined) => {
  const metres = event?.payload.distanceM
  return typeof metres === 'number' ? metres : null
}

/** What is odd about the last feedback, worked out as it is read: a photo sent for another case tomorrow counts as well. */
export async function listDoubts({ db }: Deps, actor: Actor, found: FoundCase): Promise<readonly Doubt[]> {
  if (!seesDoubts(actor, found)) return []
  const at = found.events.findIndex(({ kind }) => kind === 'handle')
  const feedback = found.events[at]
  if (!feedback) return []
  const prints = await listPrints(db, found.id)
  const after = prints.filter(({ eventId }) => eventId === feedback.id)
  const elsewhere = await listElsewhere(
    db,
    found.id,
    after.map(({ fileId }) => fileId),
  )
  return doubtsOf({
    feedbackM: awayOf(feedback),
    // Newest first: a check of this feedback stands before it.
    checkM: awayOf(found.events.slice(0, at).find(({ kind }) => kind === 'close')),
    before: prints.filter(({ kind }) => kind === 'before'),
    after,
    elsewhere,
  })
}
