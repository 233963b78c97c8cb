import { type Actor, unitsOf } from '../people/roles'
import type { Ask, CaseNow } from './case-now'
import type { CaseMove } from './transitions'

type Effect = (was: CaseNow, actor: Actor, ask: Ask, at: Date) => Partial<CaseNow>
const ended: Effect = (_was, _actor, _ask, at) => ({ endedAt: at })
const classed = (was: CaseNow, ask: Ask) => ({
  categoryCode: ask.categoryCode ?? was.categoryCode,
  urgency: ask.urgency ?? was.urgency,
  gridId: ask.gridId ?? was.gridId,
})

const EFFECTS: { readonly [move in CaseMove]?: Effect } = {
  send_verify: (_was, _actor, ask) => ({ inspectorId: ask.inspectorId }),
  file: (was, _actor, ask, at) => ({ ...classed(was, ask), filedAt: at, isPublic: ask.isPublic ?? was.isPublic }),
  reject: (_was, actor, _ask, at) => ({ endedAt: at, rejectedBy: actor.id }),
  lapse: ended,
  object: (was) => ({ objections: was.objections + 1, endedAt: null }),
  merge: (was, _actor, ask, at) => ({ masterId: ask.masterId, stateBefore: was.state, endedAt: at }),
  unmerge: () => ({ masterId: null, stateBefore: null, endedAt: null }),
  dispatch: (_was, _actor, ask) => ({ unitId: ask.unitId, handlerId: null }),
  reassign: (_was, _actor, ask) => ({ unitId: ask.unitId, handlerId: null }),
  sign: (_was, actor) => ({ handlerId: actor.id }),
  return: (was) => ({
    returnedUnits: was.unitId === null ? was.returnedUnits : [...was.returnedUnits, was.unitId],
    unitId: null,
    handlerId: null,
    dueAt: null,
    dispatchedAt: null,
  }),
  extend: (was) => ({ extensions: was.extensions + 1 }),
  extend_again: (was) => ({ extensions: was.extensions + 1 }),
  handle: (_was, actor, _ask, at) => ({ handledAt: at, handlerId: actor.id }),
  redo: (was) => ({ reworks: was.reworks + 1, handledAt: null }),
  close: (_was, actor, _ask, at) => ({
    endedAt: at,
    verifierId: actor.id,
    verifierUnitId: unitsOf(actor)[0] ?? null,
  }),
  ask_reopen: (was) => ({ reopens: was.reopens + 1 }),
  reopen: (was) => ({ cycle: was.cycle + 1, endedAt: null, handledAt: null, verifierId: null, verifierUnitId: null }),
  deny_reopen: () => ({}),
  transfer: ended,
  withdraw: ended,
  reclass: (was, _actor, ask) => classed(was, ask),
  nudge: (_was, _actor, _ask, at) => ({ nudgedAt: at }),
}

/** What a move changes beside state, version and clocks. */
export const effectsOf: Effect = (was, actor, ask, at) => ({ ...EFFECTS[ask.move]?.(was, actor, ask, at) })
