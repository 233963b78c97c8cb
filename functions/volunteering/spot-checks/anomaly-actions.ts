import { pageFrom } from '../../../shared/kit/page'
import type { Actor } from '../../../shared/people/roles'
import {
  type AnomalyKind,
  type AnomalyState,
  anomaliesSince,
  anomalyZh,
  decideReview,
  mayReview,
} from '../../../shared/volunteering/spot-checks/anomalies'
import type { AnomalyView } from '../../../shared/volunteering/spot-checks/contract'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { cursorFrom } from '../activity-actions'
import { type AnomalyRow, findAnomaly, listAnomalies, recordReview } from './anomaly-queries'

/** A run of full shifts is about many; the board names so many and counts the rest. */
const NAMED_MOST = 50

function view(row: AnomalyRow, actor: Actor): AnomalyView {
  const { id, kind, at, shiftId, activityId, title, teamName, leaderZh, startsAt, endsAt, who, reviews } = row
  return {
    ...{ id, kind, at, zh: anomalyZh(kind, row) },
    shift: { id: shiftId, activityId, title, teamName, leaderZh, startsAt, endsAt },
    people: who.slice(0, NAMED_MOST),
    reviews: [...reviews],
    mayReview: mayReview(row, actor),
  }
}

type Query = {
  readonly cursor?: string | undefined
  readonly size: number
  readonly state: AnomalyState
  readonly kind?: AnomalyKind | undefined
}

export async function readAnomalies(deps: Deps, actor: Actor, { cursor, size, state, kind = undefined }: Query) {
  const filter = { state, kind: kind ?? null, after: cursorFrom(cursor), size }
  const rows = await listAnomalies(deps.db, anomaliesSince(deps.now()), filter)
  const page = pageFrom(rows, size, ({ at, id }) => ({ at, id }))
  return { ...page, items: page.items.map((row) => view(row, actor)) }
}

const found = async ({ db, now }: Deps, id: string) =>
  (await findAnomaly(db, anomaliesSince(now()), id)) ?? fail('not_found', '没有找到这一条')

export const readAnomaly = async (deps: Deps, actor: Actor, id: string) => view(await found(deps, id), actor)

export async function reviewAnomaly(deps: Deps, actor: Actor, id: string, note: string, send: Send) {
  const decision = grant(decideReview(await found(deps, id), actor, note, deps.now()))
  await recordReview(deps.db, decision, deps.newId(), send)
  return readAnomaly(deps, actor, id)
}
