import type { MySignUpRow } from '@shared/volunteering/attendance-contract'
import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { DatePick } from '../../ui/date-pick'
import { FormRow } from '../../ui/form-row'
import { PhotoPicker } from '../../ui/photo-picker'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { useUploads } from '../files/use-uploads'
import { clockOf, momentOf } from './shift-clock'
import type { Claim } from './use-appeals'

type Props = {
  readonly mine: MySignUpRow
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (claim: Claim) => void
}

/** 申诉: from when to when one was there after all, and why there is no check-in. */
export function AppealSheet({ mine, busy, onClose, onDone }: Props) {
  const [from, setFrom] = useState(clockOf(mine.startsAt))
  const [to, setTo] = useState(clockOf(mine.endsAt))
  const [words, setWords] = useState('')
  const photos = useUploads(1)
  const done = () =>
    onDone({
      ...{ from: momentOf(mine, from), to: momentOf(mine, to) },
      ...{ reasonZh: words.trim(), fileId: photos.ids[0] ?? null },
    })
  return (
    <Sheet title={`申诉：${mine.title}`} open onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        由领队以外的人处理。附一张现场照片，通过后可直接提出补录时长。
      </Txt>
      <FormRow label="到场">
        <DatePick label="到场时间" mode="time" value={from} onPick={setFrom} />
      </FormRow>
      <FormRow label="离开">
        <DatePick label="离开时间" mode="time" value={to} onPick={setTo} />
      </FormRow>
      <FormRow label="原因">
        <Area label="原因" value={words} onText={setWords} placeholder="比如：到了但手机没电，没能签到" max={300} />
      </FormRow>
      <FormRow label="现场照片" hint="可不传" {...(photos.wrong ? { wrong: photos.wrong } : {})}>
        <PhotoPicker
          photos={photos.picked}
          max={1}
          hint="拍照"
          onAdd={() => void photos.add('both')}
          onRemove={photos.remove}
          onRetry={photos.retry}
        />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={words.trim() === '' || !photos.isReady} onTap={done}>
          提交申诉
        </Button>
      </Box>
    </Sheet>
  )
}
