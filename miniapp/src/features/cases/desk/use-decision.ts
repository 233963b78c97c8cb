import type { CaseView } from '@shared/cases/contract'
import { transitionOf } from '@shared/cases/transitions'
import type { Me } from '@shared/people/contract'
import { useState } from 'react'
import { toast } from '../../../ui/toast'
import { isMain, type Plan, plansOf } from './plans'
import type { Sent } from './send-plan'

export type DecisionGiven = {
  readonly view: CaseView
  readonly me: Me
  readonly reload: () => Promise<void>
  readonly show: (view: CaseView) => void
  /** After everything went through. */
  readonly onDone: (view: CaseView) => void
}

/** Which plan a person is at, and what becomes of it; `clash` says why the case on the screen is not the one they meant. */
export function useDecision({ view, me, reload, show, onDone }: DecisionGiven, first: string | null) {
  const plans = plansOf(view, me)
  const [picked, setPicked] = useState(first)
  const [clash, setClash] = useState<string | null>(null)
  const main = plans.find(isMain) ?? null
  const plan = picked === null ? main : (plans.find(({ id }) => id === picked) ?? null)

  const ended = (of: Plan, sent: Sent) => {
    if (sent.end === 'offline') toast('没有网络，已存成草稿。联网后在列表里发出')
    if (sent.end === 'clash') {
      setClash(sent.zh)
      void reload()
    }
    if (sent.end === 'half') {
      setClash(halfZh(of, sent.zh))
      setPicked(sent.rest.id)
      show(sent.view)
    }
    if (sent.end === 'done') {
      setClash(null)
      setPicked(null)
      toast(doneZh(of, sent.view), 'ok')
      show(sent.view)
      onDone(sent.view)
    }
  }
  const pick = (id: string | null) => {
    setClash(null)
    setPicked(id)
  }
  return { plans, plan, main, clash, pick, ended }
}

const halfZh = ({ moves: [first, second] }: Plan, zh: string) =>
  `${first ? `已${transitionOf(first).zh}。` : ''}${second ? `${transitionOf(second).zh}没有成功：` : ''}${zh}`

const doneZh = ({ moves, zh }: Plan, { title, unitZh }: CaseView) =>
  moves.length > 1 ? `已受理“${title}”，派给${unitZh}` : `“${title}”已${zh}`
