import { type Actor, holdsUnit, unitsOf } from '../people/roles'
import type { Ask, CaseNow } from './case-now'
import type { CaseMove } from './transitions'

type Effect = (was: CaseNow, actor: Actor, ask: Ask, at: Date) => Partial<CaseNow>
const ended: Effect = (_was, _actor, _ask, at) => ({ endedAt: at })
const classed = (was: CaseNow, ask: Ask) => ({
  categoryCode: ask.categoryCode ?? was.categoryCode,
  urgency: ask.urgency ?? was.urgency,
  gridId: ask.gridId ?? was.gridId,
})

const without = (units: readonly string[], gone: readonly string[]) => units.filter((unitId) => !gone.includes(unitId))

const NOBODY_HELPS = { coOpen: [], coDone: [] }

/** Units that help, each once and never the one that does the work. */
const helping = (was: CaseNow, { coUnitIds }: Ask, unitId: string | null) => {
  const fresh = new Set(without(coUnitIds, [...was.coOpen, ...was.coDone, unitId ?? '']))
  return { coOpen: [...without(was.coOpen, [unitId ?? '']), ...fresh] }
}
const assigned: Effect = (was, _actor, ask) => ({
  unitId: ask.unitId,
  handlerId: null,
  ...helping(was, ask, ask.unitId),
  coDone: without(was.coDone, [ask.unitId ?? '']),
})

const answered: Effect = (_was, actor, _ask, at) => ({ handledAt: at, handlerId: actor.id })

const EFFECTS: { readonly [move in CaseMove]?: Effect } = {
  send_verify: (_was, _actor, ask) => ({ inspectorId: ask.inspectorId }),
  file: (was, _actor, ask, at) => ({ ...classed(was, ask), filedAt: at, isPublic: ask.isPublic ?? was.isPublic }),
  reject: (_was, actor, _ask, at) => ({ endedAt: at, rejectedBy: actor.id }),
  lapse: ended,
  object: (was) => ({ objections: was.objections + 1, endedAt: null }),
  merge: (was, _actor, ask, at) => ({ masterId: ask.masterId, stateBefore: was.state, endedAt: at }),
  unmerge: () => ({ masterId: null, stateBefore: null, endedAt: null }),
  dispatch: assigned,
  arbitrate: assigned,
  split: (was, _actor, ask) => helping(was, ask, was.unitId),
  co_finish: (was, actor) => {
    const done = was.coOpen.filter((unitId) => holdsUnit(actor, 'handler', unitId))
    return { coOpen: without(was.coOpen, done), coDone: [...was.coDone, ...done] }
  },
  co_again: (was, _actor, { coUnitIds }) => ({
    coOpen: [...was.coOpen, ...coUnitIds],
    coDone: without(was.coDone, coUnitIds),
  }),
  co_release: (was, _actor, { coUnitIds }) => ({ coOpen: without(was.coOpen, coUnitIds) }),
  reassign: assigned,
  sign: (_was, actor) => ({ handlerId: actor.id }),
  return: (was) => ({
    returnedUnits: was.unitId === null ? was.returnedUnits : [...was.returnedUnits, was.unitId],
    unitId: null,
    handlerId: null,
    dueAt: null,
    dispatchedAt: null,
    ...NOBODY_HELPS,
  }),
  extend: (was) => ({ extensions: was.extensions + 1 }),
  extend_again: (was) => ({ extensions: was.extensions + 1 }),
  handle: answered,
  serve: answered,
  redo: (was) => ({ reworks: was.reworks + 1, handledAt: null }),
  close: (_was, actor, _ask, at) => ({
    endedAt: at,
    verifierId: actor.id,
    verifierUnitId: unitsOf(actor)[0] ?? null,
  }),
  ask_reopen: (was) => ({ reopens: was.reopens + 1 }),
  reopen: (was) => ({
    ...{ cycle: was.cycle + 1, endedAt: null, handledAt: null, verifierId: null, verifierUnitId: null },
    ...{ coOpen: [...was.coOpen, ...was.coDone], coDone: [] },
  }),
  deny_reopen: () => ({}),
  transfer: (_was, _actor, _ask, at) => ({ endedAt: at, ...NOBODY_HELPS }),
  take_back: () => ({ endedAt: null, unitId: null, handlerId: null, dueAt: null, dispatchedAt: null }),
  withdraw: ended,
  reclass: (was, _actor, ask) => classed(was, ask),
  nudge: (_was, _actor, _ask, at) => ({ nudgedAt: at }),
}

/** What a move changes beside state, version and clocks. */
export const effectsOf: Effect = (was, actor, ask, at) => ({ ...EFFECTS[ask.move]?.(was, actor, ask, at) })
