import { CONSENT_TEXT_VERSION, CONSENT_TEXTS, type RiskClass } from '@shared/volunteering/guardians'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import type { Consent } from './use-guardian'

type GuardianProps = {
  readonly riskClass: RiskClass
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (consent: Consent) => void
}

const AGREED = 'agreed'

/** The guardian reads, says who they are, and agrees; the phone is the minor's, the words are the guardian's. */
export function GuardianSheet({ riskClass, busy, onClose, onDone }: GuardianProps) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [agreed, setAgreed] = useState(false)
  const isWhole = name.trim() !== '' && phone.trim() !== '' && agreed
  const done = () =>
    onDone({ riskClass, guardianName: name.trim(), phone: phone.trim(), textVersion: CONSENT_TEXT_VERSION })
  return (
    <Sheet title="监护人同意书" open onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        请监护人本人阅读并填写。姓名电话加密保存，只在孩子出现紧急情况时使用。
      </Txt>
      <Txt block className="sheet-lead">
        {CONSENT_TEXTS[riskClass]}
      </Txt>
      <FormRow label="监护人姓名">
        <Input label="监护人姓名" value={name} onText={setName} placeholder="比如：陈建国" max={20} />
      </FormRow>
      <FormRow label="监护人手机号">
        <Input label="监护人手机号" value={phone} onText={setPhone} placeholder="11 位手机号" max={11} />
      </FormRow>
      <Choices
        label="是否同意"
        items={[{ id: AGREED, zh: '我是监护人，我已阅读并同意' }]}
        picked={agreed ? [AGREED] : []}
        onPick={() => setAgreed((was) => !was)}
      />
      <Box className="sheet-act">
        <Button busy={busy} disabled={!isWhole} onTap={done}>
          提交同意书
        </Button>
      </Box>
    </Sheet>
  )
}
