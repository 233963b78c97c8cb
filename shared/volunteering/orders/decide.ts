import { type Refusal, refuse } from '../../kit/refusal'
import { addMinutes } from '../../kit/time'
import { type Actor, holdsAny } from '../../people/roles'
import { mayActFor } from '../teams/teams'
import type { OrderAsk, OrderGiven } from './asks'
import { whyNotGiven, whyNotNow } from './guards'
import {
  ORDER_MOVES,
  ORDER_OFFICE,
  type OrderClocks,
  type OrderMove,
  type OrderNeed,
  type OrderNow,
  type OrderParty,
  type OrderState,
  orderMove,
  POOR_STARS,
} from './moves'

declare const decided: unique symbol
/** Minted only by `decideOrder`, and the only thing `recordOrderMove` accepts. */
export type OrderDecision = {
  readonly was: OrderNow
  readonly is: {
    readonly state: OrderState
    readonly version: number
    readonly teamId: string | null
    readonly dispatches: number
    readonly cycle: number
    readonly dueAt: Date | null
    readonly keepsActivity: boolean
  }
  readonly ask: OrderAsk
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** The house itself, when the week for a rating is over. */
export const ORDER_CLOCK: Actor = { id: 'clock', grants: [] }

type Who = { readonly was: OrderNow; readonly actor: Actor; readonly led: readonly string[] }
const PARTY: Record<OrderParty, (who: Who) => boolean> = {
  dispatcher: ({ actor }) => holdsAny(actor, ORDER_OFFICE),
  team: ({ was, actor, led }) => was.teamId !== null && mayActFor(actor, led, was.teamId),
  any_team: ({ actor, led }) => led.length > 0 || holdsAny(actor, ['admin']),
  leader: ({ was, actor, led }) =>
    was.activity?.leaderIds.includes(actor.id) === true || (was.teamId !== null && mayActFor(actor, led, was.teamId)),
  requester: ({ was, actor }) => was.requesterId === actor.id,
  clock: ({ actor }) => actor.id === ORDER_CLOCK.id,
}

const NEED: Record<OrderNeed, { zh: string; met: (ask: OrderAsk) => boolean }> = {
  note: { zh: '请写明原因', met: ({ note }) => note.length > 0 },
  teamId: { zh: '请选择队伍', met: ({ teamId }) => teamId !== null },
  masterId: { zh: '请选择并到哪一单', met: ({ masterId }) => masterId !== null },
  agreedAt: { zh: '请约定上门时间', met: ({ agreedAt }) => agreedAt !== null },
  activity: { zh: '请选择活动，或新建小活动', met: ({ activity }) => activity },
  photos: { zh: '请上传服务照片', met: ({ photos }) => photos.length > 0 },
  stars: { zh: '请打分', met: ({ stars }) => stars !== null },
}

export function decideOrder(was: OrderNow, actor: Actor, ask: OrderAsk, given: OrderGiven): OrderDecision | Refusal {
  const row = orderMove(ask.move)
  if (!PARTY[row.by]({ was, actor, led: given.led })) return refuse('forbidden', `您不能${row.zh}`)
  if (!row.from.includes(was.state)) return refuse('wrong_state', `这一单现在不能${row.zh}，请刷新`)
  const stopped = whyNotNow(was, actor, ask.move, given.at)
  if (stopped) return stopped
  const missing = row.needs.find((need) => !NEED[need].met(ask))
  if (missing) return refuse('missing', NEED[missing].zh, missing)
  const unfit = whyNotGiven(was, actor, ask, given)
  if (unfit) return unfit
  return { was, is: after(was, ask, given), ask, by: actor.id, at: given.at } as OrderDecision
}

function after(was: OrderNow, ask: OrderAsk, { at, clocks }: OrderGiven): OrderDecision['is'] {
  const row = orderMove(ask.move)
  const isPoor = ask.move === 'rate' && (ask.stars ?? 0) <= POOR_STARS
  const again = ask.move === 'reopen'
  return {
    state: isPoor ? 'call_back' : row.to,
    version: was.version + 1,
    teamId: teamAfter(was, ask),
    dispatches: again ? 0 : was.dispatches + (ask.move === 'dispatch' || ask.move === 'pool' ? 1 : 0),
    cycle: was.cycle + (again ? 1 : 0),
    dueAt: dueAfter(was, ask, at, clocks),
    keepsActivity: !['give_up', 'reopen'].includes(ask.move),
  }
}

function teamAfter(was: OrderNow, { move, teamId }: OrderAsk) {
  if (move === 'dispatch' || move === 'claim') return teamId
  return ['pool', 'refuse', 'give_up', 'reopen'].includes(move) ? null : was.teamId
}

/** The agreed date plus its grace, kept over the linking; else so many hours from now. */
function dueAfter(was: OrderNow, { move, agreedAt }: OrderAsk, at: Date, clocks: OrderClocks) {
  const { starts } = orderMove(move)
  if (starts === undefined) return null
  if (starts !== 'agree') return addMinutes(at, clocks[starts] * 60)
  return agreedAt === null ? was.dueAt : addMinutes(agreedAt, clocks.agree * 60)
}

/** The buttons; what is still to be named is asked for by them. */
export const openOrderMoves = (was: OrderNow, actor: Actor, led: readonly string[], at: Date): OrderMove[] =>
  ORDER_MOVES.filter((move) => {
    const { by, from } = orderMove(move)
    return PARTY[by]({ was, actor, led }) && from.includes(was.state) && whyNotNow(was, actor, move, at) === null
  })
