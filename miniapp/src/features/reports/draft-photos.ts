import { now } from '../../api/clock'
import { newKey } from '../../api/key'
import { Offline } from '../../api/refused'
import { zhOf } from '../../api/use-send'
import { dropPhoto, type PhotoFrom, pickPhotos } from '../../device/photos'
import { createStore } from '../../ui/store'
import { toast } from '../../ui/toast'
import { sendPhoto } from '../files/send-photo'
import { changeDraft, changePhoto, EMPTY_REPORT, PHOTOS_MAX, reportDrafts } from './drafts'

/** How far each photo that travels just now has come, from 0 to 1. */
const parts = createStore<Readonly<Record<string, number>>>({})
export const useParts = parts.use

const running = new Map<string, Promise<boolean>>()

/** Sends what has not arrived, each photo by itself and none twice at once; true when all are there. */
export async function sendPhotosOf(id: string): Promise<boolean> {
  const waiting = (reportDrafts.find(id)?.photos ?? []).filter(({ fileId }) => fileId === null)
  const arrived = await Promise.all(waiting.map(({ ref, key }) => sendOne(id, ref, key)))
  return arrived.every(Boolean)
}

function sendOne(id: string, ref: string, key: string): Promise<boolean> {
  const already = running.get(ref)
  if (already) return already
  const sending = travel(id, ref, key).finally(() => {
    running.delete(ref)
    const { [ref]: _, ...rest } = parts.get()
    parts.set(rest)
  })
  running.set(ref, sending)
  return sending
}

/** Without a network a photo waits; what the server refuses is said at the photo. The rest of the form is untouched. */
async function travel(id: string, ref: string, key: string) {
  const tell = (part: number) => parts.set({ ...parts.get(), [ref]: part })
  tell(0)
  try {
    changePhoto(id, ref, { fileId: await sendPhoto(ref, key, tell), zh: '' })
    return true
  } catch (err) {
    changePhoto(id, ref, { zh: err instanceof Offline ? '' : zhOf(err) })
    return false
  }
}

/** The first photo begins the draft; it is kept before anything else happens to it. */
export async function addPhotos(id: string, from: PhotoFrom) {
  try {
    const room = PHOTOS_MAX - (reportDrafts.find(id)?.photos.length ?? 0)
    const refs = await pickPhotos(room, from)
    if (refs.length === 0) return
    if (!reportDrafts.find(id)) reportDrafts.save(reportDrafts.begin(id, EMPTY_REPORT))
    const added = refs.map((ref) => ({ ref, key: newKey(), at: now().getTime(), fileId: null, zh: '' }))
    const isKept = changeDraft(id, (was) => ({ ...was, photos: [...was.photos, ...added] }))
    if (!isKept) toast('手机存储满了，草稿存不下。请尽快提交', 'danger')
    void sendPhotosOf(id)
  } catch (err) {
    toast(zhOf(err), 'danger')
  }
}

export function removePhoto(id: string, ref: string) {
  changeDraft(id, (was) => ({ ...was, photos: was.photos.filter((photo) => photo.ref !== ref) }))
  void dropPhoto(ref)
}

/** After the person looked at what was wrong. */
export function retryPhoto(id: string, ref: string) {
  changePhoto(id, ref, { zh: '' })
  void sendPhotosOf(id)
}
