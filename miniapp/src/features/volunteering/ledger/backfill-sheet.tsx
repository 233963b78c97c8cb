import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { PhotoPicker } from '../../../ui/photo-picker'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import { useUploads } from '../../files/use-uploads'
import { clockOf, momentOf } from '../shift-clock'
import type { RosterRow } from '../use-board'
import type { Backfill } from './use-backfill'

type Props = {
  readonly board: ShiftBoard
  readonly row: RosterRow
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (given: Backfill) => void
}

/** 补录: who was there without a code, from when to when, with a photo; a second person agrees. */
export function BackfillSheet({ board, row, busy, onClose, onDone }: Props) {
  const [from, setFrom] = useState(clockOf(board.startsAt))
  const [to, setTo] = useState(clockOf(board.endsAt))
  const [words, setWords] = useState('')
  const photos = useUploads(1)
  const [fileId] = photos.ids
  const done = () => {
    if (!fileId) return
    onDone({ from: momentOf(board, from), to: momentOf(board, to), reasonZh: words.trim(), fileId })
  }
  return (
    <Sheet title={`为${row.name}补录`} open onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        组织单位另一人同意后计为“补录时长”，和签到的时长分开。
      </Txt>
      <FormRow label="到场">
        <DatePick label="到场时间" mode="time" value={from} onPick={setFrom} />
      </FormRow>
      <FormRow label="离开">
        <DatePick label="离开时间" mode="time" value={to} onPick={setTo} />
      </FormRow>
      <FormRow label="原因">
        <Area label="原因" value={words} onText={setWords} placeholder="为什么没有签到" max={300} />
      </FormRow>
      <FormRow label="现场照片" {...(photos.wrong ? { wrong: photos.wrong } : {})}>
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
        <Button busy={busy} disabled={words.trim() === '' || !fileId || !photos.isReady} onTap={done}>
          提交，请另一人同意
        </Button>
      </Box>
    </Sheet>
  )
}
