import { shanghai } from '@shared/kit/time'
import { useEffect } from 'react'
import { usePersonId } from '../../api/session'
import type { PhotoFrom } from '../../device/photos'
import { useNetDown } from '../../ui/net'
import type { PickedPhoto } from '../../ui/photo-picker'
import { usePhotoSrcs } from '../files/use-photo-srcs'
import { addPhotos, removePhoto, retryPhoto, sendPhotosOf, useParts } from './draft-photos'
import type { DraftHand } from './use-draft'

/** The photos of a report: they travel while the rest is still being written. */
export function useReportPhotos({ id, draft }: DraftHand) {
  const { photos } = draft
  const srcs = usePhotoSrcs(photos.map(({ ref }) => ref))
  const parts = useParts()
  const personId = usePersonId()
  const down = useNetDown()
  const waiting = photos.some(({ fileId, zh }) => fileId === null && zh === '')
  // Again when the network or the person is back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session is a reason to try again
  useEffect(() => {
    if (waiting && !down) void sendPhotosOf(id)
  }, [waiting, down, personId, id])

  const picked = photos.map(({ ref, fileId, zh, at }): PickedPhoto => {
    const { day, clock } = shanghai(new Date(at))
    const part = parts[ref]
    const state = stateOf(fileId !== null, part !== undefined, zh !== '')
    return { id: ref, src: srcs[ref] ?? '', state, part: part ?? 0, caption: `${day.slice(5)} ${clock}` }
  })
  const refused = photos.findIndex(({ zh }) => zh !== '')
  const wrong = refused < 0 ? '' : `第 ${refused + 1} 张：${photos[refused]?.zh}`
  return {
    ...{ picked, wrong },
    add: (from: PhotoFrom) => void addPhotos(id, from),
    remove: (ref: string) => removePhoto(id, ref),
    retry: (ref: string) => retryPhoto(id, ref),
  }
}
export type ReportPhotos = ReturnType<typeof useReportPhotos>

function stateOf(isSent: boolean, isTravelling: boolean, isRefused: boolean): PickedPhoto['state'] {
  if (isSent) return 'sent'
  if (isTravelling) return 'sending'
  return isRefused ? 'failed' : 'kept'
}
