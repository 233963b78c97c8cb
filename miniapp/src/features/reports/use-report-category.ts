import type { CategoryView } from '@shared/cases/citizen-contract'
import { suggestCategories } from '@shared/reports/rules'
import { useEffect } from 'react'
import { useCategories } from '../cases/use-categories'
import type { DraftHand } from './use-draft'

/** What it is: suggested from the words until the person chooses; the three in sight always hold the chosen one. */
export function useReportCategory({ draft, set }: DraftHand) {
  const { categoryCode, isPicked, words } = draft.fields
  const all = useCategories()
  const suggested = all ? suggestCategories(all, words) : []
  const first = suggested[0]
  useEffect(() => {
    if (first && !isPicked && first.code !== categoryCode) set({ categoryCode: first.code, categoryZh: first.zh })
  })
  const picked = all?.find(({ code }) => code === categoryCode) ?? null
  const shown = picked && !suggested.includes(picked) ? [picked, ...suggested.slice(0, 2)] : suggested
  const pick = ({ code, zh }: CategoryView) => set({ categoryCode: code, categoryZh: zh, isPicked: true })
  return { all: all ?? [], shown, picked, pick, isPicked }
}
export type ReportCategory = ReturnType<typeof useReportCategory>
