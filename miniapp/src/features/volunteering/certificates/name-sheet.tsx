import { checkRealName, ID_KINDS, type IdKind, tidyId } from '@shared/volunteering/certificates/real-name'
import { ID_KIND_ZH } from '@shared/volunteering/certificates/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { Ticks } from '../../../ui/ticks'
import { Txt } from '../../../ui/txt'
import type { MyCertificatesHand } from './use-certificates'

const CONSENT = '我同意把姓名和证件号码加密保存，只印在我自己的证明上'

/** The name of the paper, with a consent of its own. What is typed here is never shown again. */
export function NameSheet({ hand, onClose }: { hand: MyCertificatesHand; onClose: () => void }) {
  const [name, setName] = useState('')
  const [idKind, setIdKind] = useState<IdKind>('resident')
  const [idNumber, setIdNumber] = useState('')
  const [agreed, setAgreed] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const given = { name: name.trim(), idKind, idNumber: tidyId(idNumber) }
  const refused = checkRealName(given)
  const wrong = (field: string) => (tried && refused?.field === field ? { wrong: refused.zh } : {})
  const save = async () => {
    setTried(true)
    if (refused === null && (await hand.keepName(given))) onClose()
  }
  return (
    <Sheet title="实名信息" open onClose={onClose}>
      <FormRow label="姓名" hint="与证件一致" {...wrong('name')}>
        <Input label="姓名" value={name} onText={setName} max={40} />
      </FormRow>
      <FormRow label="证件类型">
        <Select
          label="证件类型"
          options={ID_KINDS.map((id) => ({ id, zh: ID_KIND_ZH[id] }))}
          value={idKind}
          onPick={(id) => setIdKind(ID_KINDS.find((one) => one === id) ?? 'resident')}
        />
      </FormRow>
      <FormRow label="证件号码" {...wrong('idNumber')}>
        <Input label="证件号码" value={idNumber} onText={setIdNumber} max={30} />
      </FormRow>
      <Ticks label="同意" items={[CONSENT]} picked={agreed} onPick={setAgreed} />
      <Txt size="caption" tone="second" block>
        界面上只显示遮盖后的样子；每次启封都有记录；随时可以删除。
      </Txt>
      <Box className="sheet-act">
        <Button busy={hand.sending} disabled={agreed.length === 0} onTap={() => void save()}>
          封存
        </Button>
      </Box>
    </Sheet>
  )
}
