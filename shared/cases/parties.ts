import { type Actor, holds, holdsGrid, holdsUnit, unitsOf } from '../people/roles'
import { type CaseNow, CLOCK, type Relation } from './case-now'
import type { Party, Transition } from './transitions'

export const mayMove = (was: CaseNow, actor: Actor, { by }: Transition, relation: Relation) =>
  by.some((party) => isTheirs(party, was, actor, relation))

/** Whoever refused a case, or closed it, does not judge the protest against it. */
const PARTY: Record<Party, (was: CaseNow, actor: Actor, relation: Relation) => boolean> = {
  reporter: (_was, _actor, relation) => relation === 'reporter',
  follower: (_was, _actor, relation) => relation === 'follower',
  triage: (was, actor) =>
    holdsGrid(actor, 'reviewer', was.gridId) && !(was.objections > 0 && was.rejectedBy === actor.id),
  dispatcher: (was, actor) => holdsGrid(actor, 'dispatcher', was.gridId),
  unit: (was, actor) => holdsUnit(actor, 'handler', was.unitId),
  co_unit: (was, actor) => was.coOpen.some((unitId) => holdsUnit(actor, 'handler', unitId)),
  inspector: (was, actor) => holds(actor, 'verifier') && was.inspectorId === actor.id,
  independent: (was, actor) =>
    holdsGrid(actor, 'verifier', was.gridId) &&
    was.handlerId !== actor.id &&
    !unitsOf(actor).some((unitId) => [was.unitId, ...was.coOpen, ...was.coDone].includes(unitId)),
  area_leader: (was, actor) => was.gridId !== null && holdsGrid(actor, 'area_leader', was.gridId),
  office: (_was, actor) => holds(actor, 'admin'),
  other_office: (was, actor) =>
    (holds(actor, 'admin') || holdsGrid(actor, 'reviewer', was.gridId)) && was.verifierId !== actor.id,
  volunteers: (_was, _actor, relation) => relation === 'leader',
  clock: (_was, actor) => actor.id === CLOCK.id,
}

/** Whether the actor plays this part in the case. */
export const isTheirs = (party: Party, was: CaseNow, actor: Actor, relation: Relation) =>
  PARTY[party](was, actor, relation)
