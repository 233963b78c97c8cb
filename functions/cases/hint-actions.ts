import { cellsAround } from '../../shared/cases/cells'
import { type Doubt, doubtsOf, RISKY_ACCOUNT, seesDoubts } from '../../shared/cases/doubts'
import { RELAPSE, type RelapseView } from '../../shared/cases/relapses'
import { FEEDBACKS } from '../../shared/cases/transitions'
import { distanceM } from '../../shared/kit/geo'
import { addDays, shanghai } from '../../shared/kit/time'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import { riskyAmong } from '../people/risks/actions'
import type { EventRow, FoundCase } from './case-queries'
import { listClosedNear, listElsewhere, listPrints } from './hint-queries'

const awayOf = (event: EventRow | undefined) => {
  const metres = event?.payload.distanceM
  return typeof metres === 'number' ? metres : null
}

/** What is odd about the last feedback, worked out as it is read: a photo sent for another case tomorrow counts as well. */
export async function listDoubts(deps: Deps, actor: Actor, found: FoundCase): Promise<readonly Doubt[]> {
  const [risky, odd] = await Promise.all([listRisky(deps, actor, found), listOdd(deps, actor, found)])
  return [...risky, ...odd]
}

async function listRisky(deps: Deps, actor: Actor, { id, gridId }: FoundCase): Promise<readonly Doubt[]> {
  if (!holdsGrid(actor, 'reviewer', gridId)) return []
  return (await riskyAmong(deps, [id])).has(id) ? [RISKY_ACCOUNT] : []
}

async function listOdd({ db }: Deps, actor: Actor, found: FoundCase): Promise<readonly Doubt[]> {
  if (!seesDoubts(actor, found)) return []
  const at = found.events.findIndex(({ kind }) => FEEDBACKS.includes(kind))
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

/** The same class closed at the same spot shortly before this was reported: the fix may not have held. Nearest first. */
export async function listRelapses({ db }: Deps, actor: Actor, found: FoundCase): Promise<readonly RelapseView[]> {
  const { id, categoryCode, submittedAt } = found
  const since = addDays(submittedAt, -RELAPSE.days)
  const near = await listClosedNear(db, actor, { id, categoryCode, cells: cellsAround(found, RELAPSE.metres) }, [
    since,
    submittedAt,
  ])
  return near
    .map(({ endedAt, lng, lat, ...one }) => ({
      ...one,
      day: shanghai(endedAt ?? submittedAt).day,
      distanceM: Math.round(distanceM(found, { lng, lat })),
    }))
    .filter((one) => one.distanceM <= RELAPSE.metres)
    .sort((a, b) => a.distanceM - b.distanceM)
}
