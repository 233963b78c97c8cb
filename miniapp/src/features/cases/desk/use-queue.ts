import { ListCases } from '@shared/cases/contract'
import type { CaseState } from '@shared/cases/states'
import type { Me } from '@shared/people/contract'
import { useEffect, useState } from 'react'
import { usePages } from '../../../api/use-pages'
import { filterOf, type View } from './views'

export type QueueAsk = {
  readonly view: View
  readonly state: CaseState | null
  readonly open: 'yes' | 'no' | null
  readonly gridId: string | null
  readonly text: string
}

const PAGE = 30
const QUIET_MS = 300

function bodyOf({ view, state, open, gridId, text }: QueueAsk, roles: Me['roles']) {
  return {
    ...filterOf(view, roles),
    size: PAGE,
    ...(state ? { state } : {}),
    ...(open ? { open } : {}),
    ...(gridId ? { gridId } : {}),
    ...(text ? { text } : {}),
  }
}

/** A list of the desk, soonest first; the first page stays readable without a network. */
export function useQueue(ask: QueueAsk, roles: Me['roles']) {
  const text = useSettled(ask.text.trim())
  const pages = usePages(ListCases, { params: {}, body: bodyOf({ ...ask, text }, roles) })
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
