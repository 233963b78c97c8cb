import { GetMyCase, GetPublicCase, RateCase } from '@shared/cases/citizen-contract'
import { type MY_MOVES, type MyCaseView, TransitionMyCase } from '@shared/cases/contract'
import type { RATING_TAGS } from '@shared/cases/words'
import { useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import type { Load } from '../../ui/load'

export type MyMove = (typeof MY_MOVES)[number]
export type Said = { readonly note: string; readonly photos: readonly string[] }
export type RatingTag = (typeof RATING_TAGS)[number]
type Verdict = { readonly score: number; readonly tags: readonly RatingTag[]; readonly words: string }

/** One's own case, and what one may do with it; the answer of a step is what is shown next. */
export function useMyCase(id: string) {
  const load = useLoad(GetMyCase, { params: { id }, body: {} })
  const { busy, send } = useSend()
  const [after, setAfter] = useState<MyCaseView | null>(null)
  const isNewer = after !== null && after.id === id && after.version >= (load.data?.version ?? 0)
  const shown: Load<MyCaseView> = isNewer ? { ...load, data: after } : load

  const move = (name: MyMove, { note, photos }: Said) =>
    send(name, async (key) => {
      const body = { key, move: name, note, photos: [...photos] }
      setAfter(await call(TransitionMyCase, { params: { id }, body }))
    })
  const rate = ({ score, tags, words }: Verdict) =>
    send('rate', async (key) => {
      setAfter(await call(RateCase, { params: { id }, body: { key, score, tags: [...tags], words } }))
      await load.reload()
    })
  return { load: shown, busy, move, rate }
}

/** Whether anyone may look at it: only then can it be shared. */
export const useIsPublic = (id: string) => useLoad(GetPublicCase, { params: { id }, body: {} }).data !== undefined
