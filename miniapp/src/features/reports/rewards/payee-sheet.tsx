import type { MyRewards } from '@shared/reports/rewards/contract'
import { PAYEE_WAYS, type PayeeWay } from '@shared/reports/rewards/moves'
import { PAYEE_WAY_ZH } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

const MORE: Record<PayeeWay, string> = {
  wechat: '发到登录用的微信',
  counter: '带身份证到窗口',
  points: '以后都不要奖金',
}

type PayeeSheetProps = {
  readonly payee: MyRewards['payee']
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSave: (way: PayeeWay, name: string) => void
}

export function PayeeSheet({ payee, busy, onClose, onSave }: PayeeSheetProps) {
  const [way, setWay] = useState<PayeeWay>(payee?.way ?? 'wechat')
  const [name, setName] = useState(payee?.name ?? '')
  const isShort = way !== 'points' && [...name.trim()].length < 2
  return (
    <Sheet title="收款人" open onClose={onClose}>
      <FormRow label="领取方式">
        <Choices
          label="领取方式"
          items={PAYEE_WAYS.map((id) => ({ id, zh: PAYEE_WAY_ZH[id], more: MORE[id] }))}
          picked={[way]}
          onPick={(id) => setWay(PAYEE_WAYS.find((one) => one === id) ?? 'wechat')}
        />
      </FormRow>
      {way !== 'points' && (
        <FormRow label="真实姓名" hint="只用于发放">
          <Input label="真实姓名" value={name} onText={setName} placeholder="与微信实名一致" max={20} />
        </FormRow>
      )}
      <Txt size="caption" tone="second" block>
        姓名只出现在发放清单里，责任单位看不到。
      </Txt>
      <Box className="sheet-act">
        <Button busy={busy} disabled={isShort} onTap={() => onSave(way, way === 'points' ? '' : name.trim())}>
          保存
        </Button>
      </Box>
    </Sheet>
  )
}
