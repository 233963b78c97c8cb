import type { MyReward } from '@shared/reports/rewards/contract'
import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

type ObjectSheetProps = {
  readonly reward: MyReward
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (words: string) => void
}

export function ObjectSheet({ reward: { title }, busy, onClose, onSend }: ObjectSheetProps) {
  const [words, setWords] = useState('')
  return (
    <Sheet title="对奖励提出异议" open onClose={onClose}>
      <Txt block strong>
        {title}
      </Txt>
      <FormRow label="理由" hint="只能提一次">
        <Area label="理由" value={words} onText={setWords} placeholder="比如：我先反映的，有通话记录" max={200} />
      </FormRow>
      <Txt size="caption" tone="second" block>
        提交后，这件问题没发放的奖励先冻结，核实后在这里答复。
      </Txt>
      <Box className="sheet-act">
        <Button busy={busy} disabled={words.trim() === ''} onTap={() => onSend(words.trim())}>
          提交异议
        </Button>
      </Box>
    </Sheet>
  )
}
