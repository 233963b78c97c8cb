import { DAY_MS } from '@shared/kit/time'
import { dropPhoto } from '../device/photos'
import { createStore } from '../ui/store'
import { now } from './clock'
import { newKey } from './key'
import { recall, remember } from './memory'

/** A photo of a draft: on this phone, and on the server once `fileId` is known; `zh` says why it was refused last. */
export type DraftPhoto = {
  readonly ref: string
  /** Goes with its upload, so that one photo sent twice is one file. */
  readonly key: string
  readonly at: number
  readonly fileId: string | null
  readonly zh: string
}

/** Something a person wrote and has not sent. Nothing leaves the phone without their tap. */
export type Draft<F> = {
  readonly id: string
  /** Goes with the write, so that a send with an unknown end is repeated and not doubled. */
  readonly key: string
  readonly changedAt: number
  readonly photos: readonly DraftPhoto[]
  readonly fields: F
}

export const DRAFT_DAYS = 30

/** The drafts of one kind. Storage is written at every change: the phone may be closed the next moment. */
export function draftBox<F>(kind: string) {
  const name = `drafts:${kind}`
  const box = createStore<readonly Draft<F>[]>(recall<Draft<F>[]>(name) ?? [])
  const put = (drafts: readonly Draft<F>[]) => {
    box.set(drafts)
    return remember(name, drafts)
  }

  return {
    use: box.use,
    find: (id: string) => box.get().find((draft) => draft.id === id) ?? null,

    begin: (id: string, fields: F): Draft<F> => ({ id, key: newKey(), changedAt: now().getTime(), photos: [], fields }),

    /** False when the phone's store is full: the page then says so. */
    save(draft: Draft<F>): boolean {
      const kept = { ...draft, changedAt: now().getTime() }
      return put([kept, ...box.get().filter(({ id }) => id !== draft.id)])
    },

    /** After it was sent, or by the person's own wish; its photos go with it. */
    async drop(id: string): Promise<void> {
      const gone = box.get().find((draft) => draft.id === id)
      put(box.get().filter((draft) => draft.id !== id))
      await Promise.all((gone?.photos ?? []).map(({ ref }) => dropPhoto(ref)))
    },

    async purge(): Promise<void> {
      const before = now().getTime() - DRAFT_DAYS * DAY_MS
      for (const { id, changedAt } of box.get()) if (changedAt < before) await this.drop(id)
    },
  }
}
