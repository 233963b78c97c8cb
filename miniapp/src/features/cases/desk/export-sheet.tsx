import { ExportCases, type ExportFormat } from '@shared/cases/export-contract'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { download } from '../../../api/download'
import { zhOf } from '../../../api/use-send'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'

const FORMATS = [
  { id: 'xlsx', zh: 'Excel 表格', more: '最多 20,000 行' },
  { id: 'csv', zh: 'CSV', more: '行数不限' },
] as const

/** The ledger as a file; who took it and what for is written down by the server before the first byte leaves. */
export function ExportSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await download(ExportCases, { format, reason }, `台账-${shanghai(now()).day}.${format}`)
      toast('已导出，导出人和原因已登记', 'ok')
      onClose()
    } catch (err) {
      setWrong(zhOf(err))
    }
    setBusy(false)
  }
  return (
    <Sheet title="导出台账" open={open} onClose={onClose} small>
      <FormRow label="格式">
        <Choices
          label="格式"
          items={FORMATS}
          picked={[format]}
          onPick={(id) => setFormat(id === 'csv' ? 'csv' : 'xlsx')}
        />
      </FormRow>
      <FormRow label="用途" hint="会登记" {...(wrong ? { wrong } : {})}>
        <Input label="用途" value={reason} onText={setReason} placeholder="比如 月度通报" max={200} />
      </FormRow>
      <Txt size="caption" tone="second" block className="export-note">
        导出您能看到的全部案件，不含反映人。
      </Txt>
      <Button busy={busy} onTap={() => void take()}>
        导出
      </Button>
    </Sheet>
  )
}
