import type { PhotoVerdict } from '@shared/cases/photo-checks'
import { type CasePhoto, CheckCasePhotos, ListCasePhotos, OpenOriginal } from '@shared/cases/photo-contract'
import type { MaskBox } from '@shared/files/boxes'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

const DONE_ZH: Record<PhotoVerdict, string> = {
  shown: '已放到公开页',
  masked: '打码后已放到公开页，原图已封存',
  withheld: '不会公开',
}

/** The photos of a case and what may be done about them; `onChanged` reads the case again, whose pictures change too. */
export function useCasePhotos(id: string, onChanged: () => void) {
  const load = useLoad(ListCasePhotos, { params: { id }, body: {} })
  const [fresh, setFresh] = useState<readonly CasePhoto[] | null>(null)
  const { busy, send } = useSend()
  const items = fresh ?? load.data?.items ?? []
  const check = (photos: readonly string[], state: PhotoVerdict, boxes: readonly MaskBox[] = []) =>
    send(`${state} ${photos.join(' ')} ${JSON.stringify(boxes)}`, async (key) => {
      const body = { key, photos: [...photos], state, boxes: [...boxes] }
      const { items: after } = await call(CheckCasePhotos, { params: { id }, body })
      setFresh(after)
      toast(`${photos.length > 1 ? `${photos.length} 张照片` : '这张照片'}${DONE_ZH[state]}`, 'ok')
      onChanged()
    })
  /** The original of a masked photo; who opens it is written down. */
  const original = async (photoId: string) => {
    let url: string | null = null
    await send(`original ${photoId}`, async (key) => {
      url = (await call(OpenOriginal, { params: { id }, body: { key, photoId } })).url
    })
    return url as string | null
  }
  return { items, busy, check, original }
}
