import { useState } from 'react'
import { toast } from '../ui/toast'
import { zhOf } from './use-send'

type Page<T> = { readonly items: readonly T[]; readonly next: string | null }
/** Pages after the first, and the cursor of the first they follow. */
type Rest<T> = {
  readonly name: string
  readonly after: string | null
  readonly items: readonly T[]
  readonly next: string | null
}

/**
 * A list that grows by a tap. The first page is read by `useLoad`; `fetchMore` reads the one behind a cursor. When the first
 * page is read again and still ends at the same place, what was opened after it stays, and so does the reader's place.
 */
export function useMore<T>(name: string, first: Page<T> | undefined, fetchMore: (cursor: string) => Promise<Page<T>>) {
  const [rest, setRest] = useState<Rest<T>>({ name: '', after: null, items: [], next: null })
  const [busy, setBusy] = useState(false)
  const after = first?.next ?? null
  const follows = rest.name === name && rest.after === after && after !== null
  const next = follows ? rest.next : after

  const more = async () => {
    if (next === null || busy) return
    setBusy(true)
    try {
      const page = await fetchMore(next)
      setRest({ name, after, items: [...(follows ? rest.items : []), ...page.items], next: page.next })
    } catch (err) {
      toast(zhOf(err), 'danger')
    } finally {
      setBusy(false)
    }
  }
  return { items: [...(first?.items ?? []), ...(follows ? rest.items : [])], hasMore: next !== null, busy, more }
}
