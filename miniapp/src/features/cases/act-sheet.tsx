import { useState } from 'react'
import { Area } from '../../ui/area'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { PhotoPicker } from '../../ui/photo-picker'
import { Sheet } from '../../ui/sheet'
import { useUploads } from '../files/use-uploads'
import type { Said } from './use-my-case'

export type Act = {
  readonly title: string
  readonly label: string
  readonly placeholder: string
  readonly button: string
  readonly photos: 'needed' | 'welcome'
  readonly hint: string
}
type ActSheetProps = {
  readonly act: Act
  readonly busy: boolean
  readonly onSend: (said: Said) => void
  readonly onClose: () => void
}

const PHOTOS_MAX = 9

/** Words, and photos where they help: 补充, 提出异议, 申请重办. */
export function ActSheet({ act, busy, onSend, onClose }: ActSheetProps) {
  const [note, setNote] = useState('')
  const uploads = useUploads(PHOTOS_MAX)
  const { picked, ids, isReady, wrong = '' } = uploads
  const isMissing = note.trim() === '' || (act.photos === 'needed' && ids.length === 0)
  return (
    <Sheet title={act.title} open onClose={onClose}>
      <FormRow label={act.label}>
        <Area label={act.label} value={note} onText={setNote} placeholder={act.placeholder} max={500} />
      </FormRow>
      <FormRow label="照片" hint={act.photos === 'needed' ? '至少一张' : '选填'} wrong={wrong}>
        <PhotoPicker
          photos={picked}
          max={PHOTOS_MAX}
          hint={act.hint}
          onAdd={() => void uploads.add('both')}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      </FormRow>
      <Button disabled={isMissing || !isReady} busy={busy} onTap={() => onSend({ note: note.trim(), photos: ids })}>
        {isReady ? act.button : '照片正在上传'}
      </Button>
    </Sheet>
  )
}
