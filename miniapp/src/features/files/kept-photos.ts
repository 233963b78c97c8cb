import type { Draft, DraftPhoto, draftBox } from '../../api/drafts'
import { newKey } from '../../api/key'
import { Offline } from '../../api/refused'
import { zhOf } from '../../api/use-send'
import { dropPhoto, type PhotoFrom, pickPhotos } from '../../device/photos'
import { createStore } from '../../ui/store'
import { sendPhoto } from './send-photo'

type Box<F> = ReturnType<typeof draftBox<F>>

/** How far each photo that travels just now has come, from 0 to 1. */
const parts = createStore<Readonly<Record<string, number>>>({})
export const usePhotoParts = parts.use

const running = new Map<string, Promise<boolean>>()

/** The photos of drafts of one kind: kept on the phone first, sent one by one, none twice at once. */
export function keptPhotos<F>(box: Box<F>) {
  const { sendOne, change, mark } = traveller(box)
  /** Photos that are on this phone already. */
  const take = (draft: Draft<F>, refs: readonly string[]): boolean => {
    if (refs.length === 0) return true
    const added = refs.map((ref) => ({ ref, key: newKey(), at: Date.now(), fileId: null, zh: '' }))
    const now = box.find(draft.id) ?? draft
    const isKept = box.save({ ...now, photos: [...now.photos, ...added] })
    for (const photo of added) void sendOne(draft.id, photo)
    return isKept
  }
  return {
    /** True when all are on the server. */
    async sendAll(id: string): Promise<boolean> {
      const waiting = (box.find(id)?.photos ?? []).filter(({ fileId }) => fileId === null)
      return (await Promise.all(waiting.map((photo) => sendOne(id, photo)))).every(Boolean)
    },

    /** False when the phone's store is full. */
    async add(draft: Draft<F>, max: number, from: PhotoFrom): Promise<boolean> {
      return take(draft, await pickPhotos(max - draft.photos.length, from))
    },
    take,

    remove(id: string, ref: string) {
      change(id, (all) => all.filter((photo) => photo.ref !== ref))
      void dropPhoto(ref)
    },

    retry(id: string, ref: string) {
      const photo = box.find(id)?.photos.find((one) => one.ref === ref)
      mark(id, ref, { zh: '' })
      if (photo) void sendOne(id, photo)
    },
  }
}

/** Brings one photo at a time to the server, and writes at it how that went. */
function traveller<F>(box: Box<F>) {
  const change = (id: string, photos: (was: readonly DraftPhoto[]) => readonly DraftPhoto[]) => {
    const draft = box.find(id)
    if (draft) box.save({ ...draft, photos: photos(draft.photos) })
  }
  const mark = (id: string, ref: string, is: Partial<DraftPhoto>) =>
    change(id, (all) => all.map((photo) => (photo.ref === ref ? { ...photo, ...is } : photo)))

  /** Without a network a photo waits; what the server refuses is said at the photo. */
  const travel = async (id: string, { ref, key }: DraftPhoto) => {
    const tell = (part: number) => parts.set({ ...parts.get(), [ref]: part })
    tell(0)
    try {
      mark(id, ref, { fileId: await sendPhoto(ref, key, tell), zh: '' })
      return true
    } catch (err) {
      mark(id, ref, { zh: err instanceof Offline ? '' : zhOf(err) })
      return false
    } finally {
      running.delete(ref)
      const { [ref]: _, ...rest } = parts.get()
      parts.set(rest)
    }
  }
  const sendOne = (id: string, photo: DraftPhoto) => {
    const sending = running.get(photo.ref) ?? travel(id, photo)
    running.set(photo.ref, sending)
    return sending
  }
  return { sendOne, change, mark }
}
