import type { OrderEvent, OrderNow, OrderState } from './moves'

const WAITING: readonly OrderState[] = ['refused', 'accepted', 'dispatched', 'pooled']

/** While the order stands so, the word of a step is still true; a step that nobody is told of is not here. */
const WHILE: { readonly [move in OrderEvent]?: readonly OrderState[] } = {
  submit: ['submitted'],
  accept: WAITING,
  decline: ['declined'],
  merge: ['merged'],
  dispatch: ['dispatched'],
  pool: ['pooled'],
  take: ['taken', 'linked'],
  claim: ['taken', 'linked'],
  refuse: ['refused'],
  give_up: WAITING,
  link: ['linked'],
  serve: ['served'],
  rate: ['closed', 'call_back'],
  settle: ['closed'],
  reopen: WAITING,
  withdraw: ['closed'],
}
/** These name a team, or call it. */
const OF_TEAM: readonly OrderEvent[] = ['dispatch', 'take', 'claim', 'link', 'serve']

type Told = { readonly move: OrderEvent; readonly cycle: number; readonly teamId: string | null }
type Now = Pick<OrderNow, 'state' | 'cycle' | 'teamId'>

/** Whether what a step's message says is still so: the same round, the same team, and no step after it that undoes it. */
export function isStillSo({ move, cycle, teamId }: Told, now: Now): boolean {
  const round = move === 'reopen' ? cycle + 1 : cycle
  return (
    now.cycle === round &&
    WHILE[move]?.includes(now.state) === true &&
    (!OF_TEAM.includes(move) || now.teamId === teamId)
  )
}
