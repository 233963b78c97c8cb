import {
  SUPERVISION_LEVELS,
  SUPERVISION_TRANSITIONS,
  type SupervisionLevel,
  type SupervisionMove,
} from '@shared/cases/supervision'
import { type SupervisionView, TransitionSupervision } from '@shared/cases/supervision-contract'
import { SUPERVISION_LEVEL_ZH } from '@shared/cases/supervision-words'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { PhotoPicker } from '../../../ui/photo-picker'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { useUploads } from '../../files/use-uploads'

const PHOTOS_MAX = 9
export const LEVEL_CHOICES = SUPERVISION_LEVELS.map((id) => ({ id, zh: SUPERVISION_LEVEL_ZH[id] }))

type StepProps = {
  readonly view: SupervisionView
  readonly move: SupervisionMove
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of an entry: only what the table asks for it. */
export function StepSheet({ view, move, onClose, onDone }: StepProps) {
  const { zh, needs } = SUPERVISION_TRANSITIONS[move]
  const asked: readonly string[] = needs
  const [note, setNote] = useState('')
  const [level, setLevel] = useState<SupervisionLevel>('county')
  const photos = useUploads(PHOTOS_MAX)
  const { busy, send } = useSend()
  const submit = async () => {
    const body = { move, note, photos: photos.ids, version: view.version, ...(move === 'list' ? { level } : {}) }
    const done = await send(`${move} ${view.id} ${JSON.stringify(body)}`, async (key) => {
      await call(TransitionSupervision, { params: { id: view.id }, body: { key, ...body } })
    })
    if (!done) return
    toast(`${zh}已办`, 'ok')
    onDone()
  }
  return (
    <Sheet title={zh} open onClose={onClose}>
      {asked.includes('level') && (
        <FormRow label="挂牌级别">
          <Choices
            label="挂牌级别"
            items={LEVEL_CHOICES}
            picked={[level]}
            onPick={(id) => setLevel(id === 'town' ? 'town' : 'county')}
          />
        </FormRow>
      )}
      <FormRow label="说明" {...(asked.includes('note') ? {} : { hint: '可不填' })}>
        <Area label="说明" value={note} onText={setNote} max={500} />
      </FormRow>
      {asked.includes('photos') && (
        <FormRow label="佐证照片" {...(photos.wrong ? { wrong: photos.wrong } : {})}>
          <PhotoPicker
            photos={photos.picked}
            max={PHOTOS_MAX}
            hint={photos.picked.length === 0 ? '拍照' : '再拍一张'}
            onAdd={() => void photos.add('both')}
            onRemove={photos.remove}
            onRetry={photos.retry}
          />
        </FormRow>
      )}
      <Button busy={busy !== null} disabled={!photos.isReady} onTap={() => void submit()}>
        {zh}
      </Button>
    </Sheet>
  )
}
