import type { CaseView } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { useEffect, useState } from 'react'
import { toast } from '../../../ui/toast'
import { isMain, type Plan, plansOf } from './plans'
import { forget, useReopened } from './reopened'
import type { Sent } from './send-plan'
import { doneZh, halfZh } from './told-zh'

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
  const again = useReopened(view.id)
  useEffect(() => {
    if (!again) return
    forget(again.caseId)
    setPicked(again.planId)
    setClash(again.zh)
    if (again.zh !== null) void reload()
  }, [again, reload])
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
