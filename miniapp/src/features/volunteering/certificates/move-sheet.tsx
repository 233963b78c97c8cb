import type { OfficeCertificate } from '@shared/volunteering/certificates/contract'
import { CERTIFICATE_TRANSITIONS, type CertificateOfficeMove } from '@shared/volunteering/certificates/life'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import type { OfficeGiven } from './use-office'

type MoveSheetProps = {
  readonly move: CertificateOfficeMove
  readonly of: OfficeCertificate
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (given: OfficeGiven) => void
}

const ABOUT: Record<CertificateOfficeMove, string> = {
  issue: '出具后编号、冻结并签名，内容不能再改；记录更正时重新出具。',
  refuse: '申请人会看到理由，改正后可以再申请。',
  revoke: '扫码的人会看到已撤销和理由，不能恢复。',
}

/** What the paper still needs, or why there is none. */
export function MoveSheet({ move, of, busy, onClose, onSend }: MoveSheetProps) {
  const [note, setNote] = useState('')
  const [headZh, setHead] = useState(of.headZh)
  const [contactZh, setContact] = useState(of.contactZh)
  const { zh } = CERTIFICATE_TRANSITIONS[move]
  const isIssue = move === 'issue'
  const isReady = isIssue ? headZh.trim() !== '' && contactZh.trim() !== '' : note.trim() !== ''
  return (
    <Sheet title={`${zh}：${of.nameMasked}`} open onClose={onClose}>
      <Txt block>{ABOUT[move]}</Txt>
      {isIssue ? (
        <>
          <FormRow label="负责人" hint={of.teamName}>
            <Input label="负责人" value={headZh} onText={setHead} max={20} />
          </FormRow>
          <FormRow label="联系方式" hint="印在证明上">
            <Input label="联系方式" value={contactZh} onText={setContact} max={40} placeholder="办公电话" />
          </FormRow>
        </>
      ) : (
        <FormRow label="理由" hint="会留痕">
          <Input label="理由" value={note} onText={setNote} max={200} />
        </FormRow>
      )}
      <Box className="sheet-act">
        <Button
          busy={busy}
          disabled={!isReady}
          onTap={() => onSend({ note: note.trim(), headZh: headZh.trim(), contactZh: contactZh.trim() })}
        >
          {zh}
        </Button>
      </Box>
    </Sheet>
  )
}
