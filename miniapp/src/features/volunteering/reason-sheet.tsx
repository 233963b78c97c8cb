import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Sheet } from '../../ui/sheet'

type ReasonProps = {
  readonly title: string
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (note: string) => void
}

/** A decision the other person will want to understand. */
export function ReasonSheet({ title, busy, onClose, onDone }: ReasonProps) {
  const [note, setNote] = useState('')
  return (
    <Sheet title={title} open onClose={onClose}>
      <FormRow label="原因" hint="会告诉本人">
        <Area label="原因" value={note} onText={setNote} placeholder="写清楚为什么" max={200} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={note.trim() === ''} onTap={() => onDone(note.trim())}>
          提交并通知本人
        </Button>
      </Box>
    </Sheet>
  )
}
