import type { Endpoint } from '@shared/kit/endpoint'
import { useState } from 'react'
import type { z } from 'zod'
import type { Input } from './ask'
import { call } from './call'
import { useLoad } from './use-load'
import { useSend } from './use-send'

type Page = { readonly items: readonly unknown[]; readonly next: string | null }
type Rest<T> = { readonly of: unknown; readonly items: readonly T[]; readonly next: string | null }

/** A list that goes on: the first page is read and kept as by `useLoad`, the following ones are asked for by a tap. */
export function usePages<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType<Page>>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
) {
  type T = z.output<R>['items'][number]
  const load = useLoad(e, input)
  const { busy, send } = useSend()
  const [rest, setRest] = useState<Rest<T>>({ of: undefined, items: [], next: null })
  // A fresh first page begins the list anew: what followed the old one may have moved.
  const more: Rest<T> = rest.of === load.data ? rest : { of: load.data, items: [], next: load.data?.next ?? null }
  const items: readonly T[] = [...(load.data?.items ?? []), ...more.items]

  const readOn = () =>
    send('more', async () => {
      const page = await call(e, { ...input, body: { ...(input.body as object), cursor: more.next } as z.input<B> })
      setRest({ of: load.data, items: [...more.items, ...page.items], next: page.next })
    })
  return { load, items, hasMore: more.next !== null, busy: busy !== null, readOn }
}
