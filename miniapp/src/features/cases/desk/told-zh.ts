import type { CaseView } from '@shared/cases/contract'
import { transitionOf } from '@shared/cases/transitions'
import type { MoveFields } from './fields'
import type { Plan } from './plans'

export const halfZh = ({ moves: [first, second] }: Plan, zh: string) =>
  `${first ? `已${transitionOf(first).zh}。` : ''}${second ? `${transitionOf(second).zh}没有成功：` : ''}${zh}`

const mergedZh = (title: string, into: string) => `“${title}”已并入 ${into}，关注的人随主案收到进展`

export const doneZh = ({ moves, zh }: Plan, { title, unitZh }: CaseView) =>
  moves.length > 1 ? `已受理“${title}”，派给${unitZh}` : `“${title}”已${zh}`

/** The same of a decision that is only held yet: from what was filled in. */
export const heldZh = (view: CaseView, plan: Plan, { masterZh, unitZh }: MoveFields) =>
  plan.id === 'merge' ? mergedZh(view.title, masterZh) : doneZh(plan, { ...view, unitZh })
