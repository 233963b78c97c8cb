import { type Refusal, refuse } from '../../kit/refusal'
import type { Actor } from '../../people/roles'
import { mayActFor } from '../teams/teams'
import type { OrderAsk, OrderGiven } from './asks'
import { MAX_CYCLES, MAX_REDISPATCHES, ORDER_ENDS, type OrderMove, type OrderNow } from './moves'

/** Nobody serves an order of his own: a good rating would be his own praise. */
const OWN: readonly OrderMove[] = ['take', 'claim', 'link', 'serve']

/** The first dispatch and so many again; then the county's own centre. */
export const onlyCentre = ({ dispatches }: Pick<OrderNow, 'dispatches'>) => dispatches > MAX_REDISPATCHES

const isLateAt = ({ dueAt }: OrderNow, at: Date) => dueAt !== null && at > dueAt
const stop = (stops: boolean, zh: string) => (stops ? refuse('wrong_state', zh) : null)
const ONLY_CENTRE = `已改派 ${MAX_REDISPATCHES} 次，只能派给县级中心`

function whyNotAgain(was: OrderNow, at: Date): Refusal | null {
  if (was.state !== 'dispatched') return null
  return stop(was.isAtCentre, '已到县级中心，不再改派') ?? stop(!isLateAt(was, at), '队伍还在时限内，到时没接再改派')
}

type Guard = (was: OrderNow, at: Date) => Refusal | null
const notBack: Guard = (was) => stop(was.isAtCentre, '已到县级中心，不能再退')

const NOW: { readonly [move in OrderMove]?: Guard } = {
  dispatch: whyNotAgain,
  pool: (was, at) => stop(onlyCentre(was), ONLY_CENTRE) ?? whyNotAgain(was, at),
  refuse: notBack,
  give_up: notBack,
  link: ({ state, activity }) => stop(state === 'linked' && !activity?.isCancelled, '活动已经安排好'),
  serve: ({ activity }, at) =>
    stop(!activity?.isPublished, '活动还没有发布') ??
    stop(activity === null || at < activity.startsAt, '活动还没有开始'),
  rate: (was, at) => stop(isLateAt(was, at), '评价时间已过'),
  lapse: (was, at) => stop(!isLateAt(was, at), '还在评价时间内'),
  reopen: ({ cycle }) => stop(cycle >= MAX_CYCLES, `已重办 ${MAX_CYCLES - 1} 次，请回访结单`),
}

/** What stands in the way whatever is named. */
export function whyNotNow(was: OrderNow, actor: Actor, move: OrderMove, at: Date): Refusal | null {
  if (OWN.includes(move) && was.requesterId === actor.id) return refuse('forbidden', '自己点的单，由别人来接')
  return NOW[move]?.(was, at) ?? null
}

/** What is wrong with what was named. */
export function whyNotGiven(was: OrderNow, actor: Actor, ask: OrderAsk, given: OrderGiven): Refusal | null {
  if (ask.agreedAt !== null && ask.agreedAt <= given.at) return refuse('invalid', '约定时间要在以后', 'agreedAt')
  if (ask.move === 'dispatch') return whyNotTeam(given) ?? whyNotCentre(was, given)
  if (ask.move === 'claim') return whyNotTeam(given) ?? whyNotFor(actor, ask, given)
  return ask.move === 'merge' ? whyNotMaster(was, given) : null
}

function whyNotTeam({ team }: OrderGiven) {
  if (!team) return refuse('invalid', '没有这支队伍，请重新选择', 'teamId')
  return team.isClosed ? refuse('invalid', '这支队伍已经停用', 'teamId') : null
}

const whyNotCentre = (was: OrderNow, { team }: OrderGiven) =>
  onlyCentre(was) && !team?.isCentre ? refuse('invalid', ONLY_CENTRE, 'teamId') : null

const whyNotFor = (actor: Actor, { teamId }: OrderAsk, { led }: OrderGiven) =>
  mayActFor(actor, led, teamId ?? '') ? null : refuse('forbidden', '只能替自己带的队伍抢单', 'teamId')

function whyNotMaster(was: OrderNow, { master }: OrderGiven) {
  if (!master || master.id === was.id) return refuse('invalid', '没有找到要并入的单', 'masterId')
  return ORDER_ENDS.includes(master.state) ? refuse('invalid', '要并入的单已经结束', 'masterId') : null
}
