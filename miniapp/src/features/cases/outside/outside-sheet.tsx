import { CreateOutsideLink, OUTSIDE_DAYS } from '@shared/cases/outside-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Button } from '../../../ui/button'
import { CopyOnce } from '../../../ui/copy-once'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { linkTo } from '../../../ui/nav'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

const DAYS = [3, 7, OUTSIDE_DAYS.usual, OUTSIDE_DAYS.most].map((n) => ({ id: String(n), zh: `${n} 天` }))
type OutsideSheetProps = { readonly caseId: string; readonly onMade: () => void; readonly onClose: () => void }

/** 发办理链接: shown this once. */
export function OutsideSheet({ caseId, onMade, onClose }: OutsideSheetProps) {
  const [name, setName] = useState('')
  const [days, setDays] = useState<string>(String(OUTSIDE_DAYS.usual))
  const [token, setToken] = useState<string | null>(null)
  const { busy, send } = useSend()
  const make = () =>
    send(`${name} ${days}`, async (key) => {
      const body = { key, name, days: Number(days) }
      const made = await call(CreateOutsideLink, { params: { id: caseId }, body })
      setToken(made.token ?? '')
      onMade()
    })
  return (
    <Sheet title="发办理链接" open onClose={onClose}>
      {token === null && (
        <>
          <FormRow label="外部单位" hint="对方只能看这一件，不看反映人">
            <Input label="外部单位" value={name} onText={setName} max={40} placeholder="例如：县公路段" />
          </FormRow>
          <FormRow label="有效期">
            <Select label="有效期" options={DAYS} value={days} onPick={setDays} />
          </FormRow>
          <Button busy={busy !== null} disabled={name.trim() === ''} onTap={() => void make()}>
            生成办理链接
          </Button>
        </>
      )}
      {token === '' && <Txt block>链接已经生成过，不能再看。请停用它，重新发一个。</Txt>}
      {token && (
        <CopyOnce
          zh={`把这个链接发给${name}的经办人。链接只显示这一次，到期作废。`}
          text={linkTo(`/pages/cases/outside?token=${token}`)}
          act="复制链接"
        />
      )}
    </Sheet>
  )
}
