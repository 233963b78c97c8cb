import type { PhotoVerdict } from '@shared/cases/photo-checks'
import type { CasePhoto } from '@shared/cases/photo-contract'
import type { MaskBox } from '@shared/files/boxes'
import { useState } from 'react'
import { preview } from '../../../device/preview'
import { useCasePhotos } from './use-case-photos'

type Masking = { readonly photo: CasePhoto; readonly src: string }

/** Which photos a verdict is about, and what the person does to them. */
export function usePhotoCheck(id: string, onChanged: () => void) {
  const { items, busy, check, original } = useCasePhotos(id, onChanged)
  const [pickedId, setPickedId] = useState<string | null>(null)
  const [masking, setMasking] = useState<Masking | null>(null)
  const mine = items.filter(({ mayCheck }) => mayCheck)
  const picked = mine.find((one) => one.id === pickedId) ?? null
  const waiting = mine.filter(({ state }) => state === 'unchecked')
  const about = picked ? [picked] : waiting

  const say = async (state: PhotoVerdict) => {
    const ids = about.map((one) => one.id)
    if (await check(ids, state)) setPickedId(null)
  }
  const mask = async () => {
    const [photo] = about
    if (!photo) return
    const src = photo.state === 'masked' ? await original(photo.id) : photo.photo.url
    if (src) setMasking({ photo, src })
  }
  const save = async (photo: CasePhoto, boxes: readonly MaskBox[]) => {
    if (await check([photo.id], 'masked', boxes)) setMasking(null)
  }
  const look = async (photo: CasePhoto) => {
    const url = await original(photo.id)
    if (url) preview([url], 0)
  }
  return {
    ...{ mine, waiting, about, picked, masking, isBusy: busy !== null },
    pick: (photoId: string) => setPickedId(photoId === pickedId ? null : photoId),
    say: (state: PhotoVerdict) => void say(state),
    mask: () => void mask(),
    save: (photo: CasePhoto, boxes: readonly MaskBox[]) => void save(photo, boxes),
    look: (photo: CasePhoto) => void look(photo),
    shut: () => setMasking(null),
  }
}
