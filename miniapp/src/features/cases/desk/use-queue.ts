import { type CaseRow, ListCases } from '@shared/cases/contract'
import type { CaseState } from '@shared/cases/states'
import type { Me } from '@shared/people/contract'
import { useEffect, useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
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

/** A list of the desk, soonest first; the first page stays readable without a network, the others follow on request. */
export function useQueue(ask: QueueAsk, roles: Me['roles']) {
  const text = useSettled(ask.text.trim())
  const body = bodyOf({ ...ask, text }, roles)
  const load = useLoad(ListCases, { params: {}, body })
  const name = JSON.stringify(body)
  const [pages, setPages] = useState({ name, count: 0 })
  const count = pages.name === name ? pages.count : 0
  const [rest, setRest] = useState<{ of: unknown; items: readonly CaseRow[]; next: string | null } | null>(null)
  const { data } = load

  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` is an answer to the body of this name
  useEffect(() => {
    if (count === 0 || !data) return
    let gone = false
    void readOn(body, data.next, count).then((read) => gone || setRest({ of: data, ...read }))
    return () => {
      gone = true
    }
  }, [count, data, name])

  const more = count > 0 && rest && rest.of === data ? rest : null
  const first = data?.items ?? []
  const known = new Set(first.map(({ id }) => id))
  const rows = [...first, ...(more?.items ?? []).filter(({ id }) => !known.has(id))]
  const next = more ? more.next : (data?.next ?? null)
  return {
    load,
    rows,
    counts: data?.counts ?? {},
    showMore: next === null ? null : () => setPages({ name, count: count + 1 }),
    isComing: count > 0 && more === null && data?.next !== null,
  }
}
export type Queue = ReturnType<typeof useQueue>

async function readOn(body: ReturnType<typeof bodyOf>, from: string | null, count: number) {
  const items: CaseRow[] = []
  let next = from
  for (let n = 0; n < count && next !== null; n++) {
    const page = await call(ListCases, { params: {}, body: { ...body, cursor: next } }).catch(() => null)
    if (page === null) break
    items.push(...page.items)
    next = page.next
  }
  return { items, next }
}

/** What was typed, once the typing rests. */
function useSettled(text: string) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
