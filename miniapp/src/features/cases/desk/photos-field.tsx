import { useState } from 'react'
import type { DraftPhoto } from '../../../api/drafts'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { PhotoPicker, type PickedPhoto } from '../../../ui/photo-picker'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { usePhotoParts } from '../../files/kept-photos'
import { usePhotoSrcs } from '../../files/use-photo-srcs'
import type { FieldProps } from './field-props'
import { isNeeded } from './fields'
import { SameAngle } from './same-angle'

/** Camera first; the photo from before stands above as the frame to match. Where there can be none, words say why. */
export function PhotosField({ form, wrong }: FieldProps) {
  const { plan, view, kept, photos } = form
  const isProof = isNeeded(plan, 'proof')
  const isCompared = isProof || isNeeded(plan, 'photos')
  const picked = usePicked(form)
  const refused = kept.find(({ zh }) => zh !== '')
  const shown = refused ? { wrong: `照片没传上去：${refused.zh}` } : wrong
  return (
    <FormRow label={isProof ? '现场照片' : '照片'} {...(isCompared ? {} : { hint: '可不拍' })} {...shown}>
      {isCompared && view.before[0] && <SameAngle before={view.before[0]} photos={photos} n={kept.length} />}
      <PhotoPicker
        photos={picked}
        max={photos.max}
        hint={kept.length === 0 ? '拍照' : '再拍一张'}
        onAdd={() => void photos.add()}
        onRemove={photos.remove}
        onRetry={photos.retry}
      />
      {isProof && kept.length === 0 && <Waiver form={form} />}
    </FormRow>
  )
}

function usePicked({ kept }: FieldProps['form']) {
  const srcs = usePhotoSrcs(kept.map(({ ref }) => ref))
  const parts = usePhotoParts()
  return kept.map((photo) => ({
    id: photo.ref,
    src: srcs[photo.ref] ?? '',
    state: stateOf(photo, parts[photo.ref]),
    part: parts[photo.ref] ?? 0,
  }))
}

function stateOf({ fileId, zh }: DraftPhoto, part: number | undefined): PickedPhoto['state'] {
  if (fileId !== null) return 'sent'
  if (part !== undefined) return 'sending'
  return zh === '' ? 'kept' : 'failed'
}

function Waiver({ form: { fields, set } }: Pick<FieldProps, 'form'>) {
  const [isOpen, setOpen] = useState(fields.photoWaiver !== '')
  if (!isOpen)
    return (
      <Tap className="link-line" onTap={() => setOpen(true)}>
        <Icon name="photo" size={16} />
        <Txt size="caption">拍不了照片</Txt>
      </Tap>
    )
  return (
    <Input
      label="没有照片的原因"
      placeholder="没有照片的原因"
      max={200}
      value={fields.photoWaiver}
      onText={(photoWaiver) => set({ photoWaiver })}
    />
  )
}
