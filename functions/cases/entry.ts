import type { Decision } from '../../shared/cases/decide'
import { isTheirs } from '../../shared/cases/parties'
import { PARTY_ZH, type Payload } from '../../shared/cases/story'
import { FEEDBACKS, transitionOf } from '../../shared/cases/transitions'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { type CaseInHand, findLeadName } from './case-queries'
import type { Entry } from './queries'
import { listUnitNames } from './queries'

type Given = {
  readonly categoryZh: string
  /** Of the case that a merge leads into. */
  readonly masterNumber: string | undefined
  readonly send: Send | null
  readonly distanceM: number | null
}

/** The journal row of a decision: who it is said to be by, and what it set, in the words of that moment. */
export async function entryOf(
  deps: Deps,
  actor: Actor,
  found: CaseInHand,
  decision: Decision,
  { categoryZh, masterNumber, send, distanceM }: Given,
): Promise<Entry> {
  const { ask, is } = decision
  const names = await unitNamesOf(deps, decision)
  const unitZh = names.get(ask.unitId ?? '')
  const leadZh = is.state === 'dispatched' ? await findLeadName(deps.db, is.gridId, deps.now()) : undefined
  return {
    eventId: deps.newId(),
    send,
    byZh: byZh(actor, found, decision, names),
    payload: {
      ...payloadOf(decision, { categoryZh, unitZh, names, leadZh, masterNumber }),
      ...(distanceM === null ? {} : { distanceM }),
    },
    photoKind: photoKindOf(decision),
  }
}

function photoKindOf({ ask, is }: Decision): Entry['photoKind'] {
  if (FEEDBACKS.includes(ask.move) || ask.move === 'co_finish') return 'after'
  return is.state === 'closed' ? 'check' : 'more'
}

/** The names of all units a move speaks of; one that does not exist is the form's mistake. */
async function unitNamesOf({ db }: Deps, { ask, was }: Decision): Promise<ReadonlyMap<string, string>> {
  const ids = [...ask.coUnitIds, ...(ask.unitId === null ? [] : [ask.unitId])]
  const names = await listUnitNames(db, [...ids, ...(ask.move === 'co_finish' ? was.coOpen : [])])
  return ask.coUnitIds.every((id) => names.has(id)) ? names : fail('invalid', '没有这个协办单位', 'coUnitIds')
}

function byZh(actor: Actor, found: CaseInHand, { ask, is }: Decision, names: ReadonlyMap<string, string>) {
  const party = transitionOf(ask.move).by.find((one) => isTheirs(one, found, actor, found.relation))
  if (party === 'co_unit')
    return namesZh(
      found.coOpen.filter((id) => is.coDone.includes(id)),
      names,
    ).join('、')
  return party === undefined || party === 'unit' ? found.unitZh : PARTY_ZH[party]
}

const namesZh = (ids: readonly string[], names: ReadonlyMap<string, string>) => ids.map((id) => names.get(id) ?? '')

type Names = {
  categoryZh: string
  unitZh: string | undefined
  names: ReadonlyMap<string, string>
  leadZh: string | undefined
  masterNumber: string | undefined
}

function payloadOf({ ask, is, was }: Decision, { categoryZh, unitZh, names, leadZh, masterNumber }: Names): Payload {
  const isClassed = ask.move === 'file' || ask.move === 'reclass'
  const isDispatched = is.state === 'dispatched' && was.state !== 'dispatched'
  const isRenewed = isDispatched || ask.move === 'redo' || ask.move === 'reopen'
  return filled({
    ...(isClassed ? { categoryZh, urgency: is.urgency } : {}),
    ...(isDispatched ? { unitZh, leadZh } : {}),
    ...(isRenewed ? { dueAt: is.dueAt?.toISOString() } : {}),
    coUnitsZh: namesZh(ask.coUnitIds, names),
    proposedZh: ask.move === 'return' ? unitZh : undefined,
    masterNumber,
    conditions: ask.conditions,
    rejectReason: ask.rejectReason,
    suspendReason: ask.suspendReason,
    reviewAt: ask.reviewAt?.toISOString(),
    newDueAt: ask.newDueAt?.toISOString(),
    target: ask.target,
    externalNumber: ask.externalNumber,
    photoWaiver: ask.photoWaiver,
  })
}

/** Only what was filled in: an empty field of a form says nothing. */
const filled = (set: Readonly<Record<string, unknown>>): Payload =>
  Object.fromEntries(
    Object.entries(set).filter(([, value]) =>
      Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value,
    ),
  )
