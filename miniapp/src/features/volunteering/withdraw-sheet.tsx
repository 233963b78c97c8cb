import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'

type WithdrawProps = {
  readonly open: boolean
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (note: string) => void
}

/** After the deadline the leader is counting on the person: a reason is due. */
export function WithdrawSheet({ open, busy, onClose, onDone }: WithdrawProps) {
  const [note, setNote] = useState('')
  return (
    <Sheet title="临时取消报名" open={open} onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        已过报名截止时间，领队已按名单准备。请写明原因，领队会看到。
      </Txt>
      <FormRow label="取消的原因">
        <Area label="取消的原因" value={note} onText={setNote} placeholder="比如：家里有急事" max={200} />
      </FormRow>
      <Box className="sheet-act">
        <Button kind="danger" busy={busy} disabled={note.trim() === ''} onTap={() => onDone(note.trim())}>
          取消报名并告诉领队
        </Button>
      </Box>
    </Sheet>
  )
}
