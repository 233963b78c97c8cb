import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'

type NumberProps = {
  readonly title: string
  readonly lead?: string
  readonly act: string
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (number: string) => void
}

/** Somebody named by the number on their volunteer card. */
export function NumberSheet({ title, lead, act, busy, onClose, onDone }: NumberProps) {
  const [number, setNumber] = useState('')
  return (
    <Sheet title={title} open onClose={onClose}>
      {lead && (
        <Txt size="caption" tone="second" block className="sheet-lead">
          {lead}
        </Txt>
      )}
      <FormRow label="志愿者编号" hint="在对方的“我的时长”里，10 位数字">
        <Input label="志愿者编号" value={number} onText={setNumber} placeholder="10 位数字" max={10} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!/^\d{10}$/.test(number.trim())} onTap={() => onDone(number.trim())}>
          {act}
        </Button>
      </Box>
    </Sheet>
  )
}
