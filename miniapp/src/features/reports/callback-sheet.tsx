import { CALLBACK_OUTCOMES, CALLBACK_ZH, type CallbackOutcome } from '@shared/reports/intake'
import { RecordCallback } from '@shared/reports/intake-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'

type CallbackSheetProps = { readonly reportId: string; readonly onClose: () => void; readonly onDone: () => void }

/** How a call back to the reporter went. */
export function CallbackSheet({ reportId, onClose, onDone }: CallbackSheetProps) {
  const [outcome, setOutcome] = useState<CallbackOutcome>('reached')
  const [note, setNote] = useState('')
  const { busy, send } = useSend()
  const record = () =>
    send(`callback ${outcome} ${note}`, async (key) => {
      await call(RecordCallback, { params: { id: reportId }, body: { key, outcome, note } })
      onDone()
    })
  return (
    <Sheet title="登记回访" open onClose={onClose}>
      <Choices
        label="回访结果"
        look="tag"
        items={CALLBACK_OUTCOMES.map((id) => ({ id, zh: CALLBACK_ZH[id] }))}
        picked={[outcome]}
        onPick={(id) => setOutcome(CALLBACK_OUTCOMES.find((one) => one === id) ?? outcome)}
      />
      <FormRow label="备注" hint="选填，不写姓名电话">
        <Input label="备注" value={note} max={200} onText={setNote} />
      </FormRow>
      <Button busy={busy !== null} onTap={() => void record()}>
        登记
      </Button>
    </Sheet>
  )
}
