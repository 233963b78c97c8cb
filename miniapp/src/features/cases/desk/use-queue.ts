import { ListCases } from '@shared/cases/contract'
import type { CaseFilter } from '@shared/cases/filter'
import type { CaseSource, CaseState } from '@shared/cases/states'
import type { Me } from '@shared/people/contract'
import { useEffect, useState } from 'react'
import { usePages } from '../../../api/use-pages'
import { filterOf, type View } from './views'

export type QueueAsk = {
  readonly view: View
  readonly state: CaseState | null
  readonly open: 'yes' | 'no' | null
  readonly gridId: string | null
  readonly unit: { readonly id: string; readonly zh: string } | null
  readonly categoryCode: string | null
  readonly source: CaseSource | null
  readonly level: NonNullable<CaseFilter['level']> | null
  readonly text: string
}

/** A list as it opens: nothing narrowed. */
export const firstAsk = (view: View, state: CaseState | null = null): QueueAsk => ({
  ...{ view, state, open: null, gridId: null, unit: null },
  ...{ categoryCode: null, source: null, level: null, text: '' },
})

/** What is narrowed beside view, state and words. */
export const narrowings = ({ open, gridId, unit, categoryCode, source, level }: QueueAsk) =>
  [open, gridId, unit, categoryCode, source, level].filter((one) => one !== null).length

/** The question as the server knows it; it is also what a kept filter keeps. */
export function filterOfAsk(ask: QueueAsk, roles: Me['roles']): CaseFilter {
  const { view, state, open, gridId, unit, categoryCode, source, level, text } = ask
  const given = { state, open, gridId, unitId: unit?.id ?? null, categoryCode, source, level, text: text || null }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  return { ...filterOf(view, roles), ...set }
}

const PAGE = 30
const QUIET_MS = 300

/** A list of the desk, soonest first; the first page stays readable without a network. */
export function useQueue(ask: QueueAsk, roles: Me['roles']) {
  const text = useSettled(ask.text.trim())
  const pages = usePages(ListCases, { params: {}, body: { ...filterOfAsk({ ...ask, text }, roles), size: PAGE } })
  return { ...pages, counts: pages.load.data?.counts ?? {} }
}
export type Queue = ReturnType<typeof useQueue>

/** What was typed, once the typing rests. */
function useSettled(text: string) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
