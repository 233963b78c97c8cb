import { HOURS_REASONS, type HoursReason } from '@shared/volunteering/ledger/codes'
import { HOURS_REASON_ZH } from '@shared/volunteering/ledger/words'
import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

type CheckProps = {
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (reason: HoursReason, words: string) => void
}

/** 申请更正: what is wrong, in the volunteer's own words. */
export function CheckSheet({ busy, onClose, onSend }: CheckProps) {
  const [reason, setReason] = useState<HoursReason>('wrong_time')
  const [words, setWords] = useState('')
  return (
    <Sheet title="申请更正" open onClose={onClose}>
      <FormRow label="原因">
        <Choices
          label="原因"
          look="tag"
          items={HOURS_REASONS.map((id) => ({ id, zh: HOURS_REASON_ZH[id] }))}
          picked={[reason]}
          onPick={(id) => setReason(HOURS_REASONS.find((one) => one === id) ?? 'other')}
        />
      </FormRow>
      <FormRow label="说明">
        <Area label="说明" value={words} onText={setWords} placeholder="几点到、几点走，谁在场" max={300} />
      </FormRow>
      <Txt size="caption" tone="second" block>
        管理员核定后会告诉您。原来的记录不会删，更正另记一笔。
      </Txt>
      <Box className="sheet-act">
        <Button busy={busy} disabled={words.trim() === ''} onTap={() => onSend(reason, words.trim())}>
          提交
        </Button>
      </Box>
    </Sheet>
  )
}
