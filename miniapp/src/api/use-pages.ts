import type { Endpoint } from '@shared/kit/endpoint'
import type { z } from 'zod'
import type { Input } from './ask'
import { call } from './call'
import { useLoad } from './use-load'
import { useMore } from './use-more'

type Page = { readonly items: readonly unknown[]; readonly next: string | null }

/** A list that goes on: the first page is read and kept as by `useLoad`, the following ones are asked for by a tap. */
export function usePages<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType<Page>>(
  e: Endpoint<P, B, R>,
  input: Input<P, B>,
) {
  type T = z.output<R>['items'][number]
  const load = useLoad(e, input)
  const readOn = (cursor: string) => call(e, { ...input, body: { ...(input.body as object), cursor } as z.input<B> })
  const { more, ...list } = useMore<T>(JSON.stringify(input), load.data, readOn)
  return { load, ...list, readOn: more }
}
