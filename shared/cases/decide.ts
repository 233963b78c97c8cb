import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import type { WorkCalendar } from '../kit/work-clock'
import type { Actor } from '../people/roles'
import type { Ask, CaseNow, Relation } from './case-now'
import { clocksAfter, type Limit } from './clocks'
import { effectsOf } from './effects'
import { unmetGuard } from './guards'
import { missingNeed } from './needs'
import { mayMove } from './parties'
import type { CaseState } from './states'
import { CASE_MOVES, type Transition, transitionOf } from './transitions'

export type Circumstances = {
  readonly relation: Relation
  readonly at: Date
  readonly calendar: WorkCalendar
  /** The limit of the category after the move, at the urgency after the move. */
  readonly limit: Limit
}

declare const decided: unique symbol
/** Minted only by `decideTransition`, and the only thing the record statement accepts: no write can skip the rule. */
export type Decision = {
  readonly was: CaseNow
  readonly is: Omit<CaseNow, 'id'>
  /** Only what differs: what the rule did not touch, nobody writes. */
  readonly changes: Partial<Omit<CaseNow, 'id'>>
  readonly ask: Ask
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

export function decideTransition(was: CaseNow, actor: Actor, ask: Ask, given: Circumstances): Decision | Refusal {
  const transition = transitionOf(ask.move)
  const { zh, from, clock, needs } = transition
  if (!mayMove(was, actor, transition, given.relation)) return refuse('forbidden', `您不能对这件事“${zh}”`)
  if (!from.includes(was.state)) return refuse('wrong_state', `当前状态不能“${zh}”，请刷新后再看`)
  const unmet = unmetGuard(was, transition.guard, ask, given) ?? missingNeed(was, needs, ask, given.at)
  if (unmet) return unmet
  const urgency = ask.urgency ?? was.urgency
  const { at, calendar, limit } = given
  const clocks = clocksAfter(clock, {
    was,
    at,
    calendar,
    urgency,
    limit,
    newDueAt: ask.newDueAt,
    reviewAt: ask.reviewAt,
  })
  if (isRefusal(clocks)) return clocks
  const { id: _id, ...before } = was
  const state = stateAfter(was, transition)
  const is = { ...before, ...clocks, ...effectsOf(was, actor, ask, at), state, version: was.version + 1 }
  return { was, is, changes: changesOf(was, is), ask, by: actor.id, at } as Decision
}

const changesOf = (was: CaseNow, is: Omit<CaseNow, 'id'>) =>
  Object.fromEntries(
    Object.entries(is).filter(([name, value]) => value !== was[name as keyof CaseNow]),
  ) as Decision['changes']

function stateAfter(was: CaseNow, { to }: Transition): CaseState {
  if (to === 'same') return was.state
  return to === 'before' ? (was.stateBefore ?? 'submitted') : to
}

/** What the actor could do now; the buttons of every screen. */
export const openMoves = (was: CaseNow, actor: Actor, given: Pick<Circumstances, 'relation' | 'at' | 'calendar'>) =>
  CASE_MOVES.filter((move) => {
    const transition = transitionOf(move)
    const open = transition.from.includes(was.state) && mayMove(was, actor, transition, given.relation)
    return open && unmetGuard(was, transition.guard, null, given) === null
  })
