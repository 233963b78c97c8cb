import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'

type WalkInProps = {
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (number: string) => void
}

/** Somebody stands there without having signed up: the number on their volunteer card lets them in. */
export function WalkInSheet({ busy, onClose, onDone }: WalkInProps) {
  const [number, setNumber] = useState('')
  return (
    <Sheet title="现场加入志愿者" open onClose={onClose}>
      <FormRow label="志愿者编号" hint="在他的“我的时长”里，10 位数字">
        <Input label="志愿者编号" value={number} onText={setNumber} placeholder="10 位数字" max={10} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!/^\d{10}$/.test(number.trim())} onTap={() => onDone(number.trim())}>
          加入名单
        </Button>
      </Box>
    </Sheet>
  )
}
