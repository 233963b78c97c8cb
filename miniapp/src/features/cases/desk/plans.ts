import type { CaseView } from '@shared/cases/contract'
import { type CaseMove, transitionOf } from '@shared/cases/transitions'
import type { Me } from '@shared/people/contract'
import { holdsGrid } from '@shared/people/roles'

/** What a person can decide on: one move, or two that the same hand makes one after the other. */
export type Plan = { readonly id: string; readonly zh: string; readonly moves: readonly CaseMove[] }

const FILE_AND_DISPATCH: Plan = { id: 'file-dispatch', zh: '受理并派单', moves: ['file', 'dispatch'] }

/** The way of a case through the desk: the first of these that is open is the main thing to do. */
const MAIN: readonly CaseMove[] = [
  'file',
  'dispatch',
  'arbitrate',
  'sign',
  'handle',
  'co_finish',
  'close',
  'report_back',
  'reopen',
  'resume',
  'settle',
  'extend_again',
]

const planOf = (move: CaseMove): Plan => ({ id: move, zh: transitionOf(move).zh, moves: [move] })

/** Only what the server offers, the main one first. Who may also dispatch files and dispatches in one go. */
export function plansOf({ moves, gridId }: Pick<CaseView, 'moves' | 'gridId'>, me: Me): readonly Plan[] {
  const rank = (move: CaseMove) => (MAIN.includes(move) ? MAIN.indexOf(move) : MAIN.length)
  const single = [...moves].sort((a, b) => rank(a) - rank(b)).map(planOf)
  const both = moves.includes('file') && holdsGrid({ id: me.id, grants: me.roles }, 'dispatcher', gridId)
  return both
    ? [FILE_AND_DISPATCH, ...single.map((plan) => (plan.id === 'file' ? { ...plan, zh: '只立案' } : plan))]
    : single
}

export const isMain = ({ moves }: Plan) => moves.some((move) => MAIN.includes(move))
