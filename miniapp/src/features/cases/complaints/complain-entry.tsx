import {
  COMPLAINT_REASON_ZH,
  COMPLAINT_REASONS,
  ComplainAboutCase,
  type ComplaintReason,
} from '@shared/cases/complaint-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Entry } from '../../../ui/entry'
import { FormRow } from '../../../ui/form-row'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'

const REASONS = COMPLAINT_REASONS.map((id) => ({ id, zh: COMPLAINT_REASON_ZH[id] }))

/** 投诉: on every public item. */
export function ComplainEntry({ caseId }: { caseId: string }) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<ComplaintReason | null>(null)
  const [words, setWords] = useState('')
  const { busy, send } = useSend()
  const complain = async () => {
    if (reason === null) return
    const sent = await send(`${reason} ${words}`, async (key) => {
      await call(ComplainAboutCase, { params: { id: caseId }, body: { key, reason, words } })
    })
    if (!sent) return
    setOpen(false)
    toast('已收到，审核员会处理', 'ok')
  }
  return (
    <>
      <Card flush>
        <Entry
          icon="alert-circle"
          title="投诉这一件的公开内容"
          zh="隐私、不实、辱骂、违法"
          onTap={() => setOpen(true)}
        />
      </Card>
      <Sheet title="投诉公开内容" open={isOpen} onClose={() => setOpen(false)}>
        <FormRow label="原因">
          <Choices
            label="原因"
            look="tag"
            items={REASONS}
            picked={reason === null ? [] : [reason]}
            onPick={(id) => setReason(COMPLAINT_REASONS.find((one) => one === id) ?? null)}
          />
        </FormRow>
        <FormRow label="说明" hint="可不填">
          <Area label="说明" value={words} onText={setWords} max={300} placeholder="哪里不妥" />
        </FormRow>
        <Button busy={busy !== null} disabled={reason === null} onTap={() => void complain()}>
          提交投诉
        </Button>
      </Sheet>
    </>
  )
}
