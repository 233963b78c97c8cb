import { useState } from 'react'
import { newKey } from '../../api/key'
import { zhOf } from '../../api/use-send'
import { dropPhoto, type PhotoFrom, pickPhotos } from '../../device/photos'
import type { PickedPhoto } from '../../ui/photo-picker'
import { toast } from '../../ui/toast'
import { sendPhoto } from './send-photo'
import { usePhotoSrcs } from './use-photo-srcs'

type Uploading = {
  readonly ref: string
  readonly key: string
  readonly state: PickedPhoto['state']
  readonly part: number
  readonly fileId: string | null
  readonly zh: string
}

/** Photos that go with a few words: each travels by itself from the moment it is chosen. */
export function useUploads(max: number) {
  const [photos, setPhotos] = useState<readonly Uploading[]>([])
  const srcs = usePhotoSrcs(photos.map(({ ref }) => ref))
  const set = (ref: string, is: Partial<Uploading>) =>
    setPhotos((all) => all.map((photo) => (photo.ref === ref ? { ...photo, ...is } : photo)))

  const send = async (ref: string, key: string) => {
    set(ref, { state: 'sending', part: 0, zh: '' })
    try {
      set(ref, { state: 'sent', fileId: await sendPhoto(ref, key, (part) => set(ref, { part })) })
    } catch (err) {
      set(ref, { state: 'failed', zh: zhOf(err) })
    }
  }
  const add = async (from: PhotoFrom) => {
    try {
      const picked = await pickPhotos(max - photos.length, from)
      const added = picked.map((ref) => ({ ref, key: newKey(), state: 'kept' as const, part: 0, fileId: null, zh: '' }))
      setPhotos((all) => [...all, ...added])
      for (const { ref, key } of added) void send(ref, key)
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
  }
  const remove = (ref: string) => {
    setPhotos((all) => all.filter((photo) => photo.ref !== ref))
    void dropPhoto(ref)
  }
  const retry = (ref: string) => {
    const photo = photos.find((one) => one.ref === ref)
    if (photo) void send(ref, photo.key)
  }

  const picked = photos.map(({ ref, state, part }) => ({ id: ref, src: srcs[ref] ?? '', state, part }))
  const ids = photos.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
  const wrong = photos.find(({ zh }) => zh !== '')?.zh
  return { picked, add, remove, retry, wrong, ids, isReady: ids.length === photos.length }
}
