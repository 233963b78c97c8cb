import type { OrderKindView } from '@shared/volunteering/orders/kinds-contract'
import { ORDER_CLOCKS, type OrderClock, type OrderClocks } from '@shared/volunteering/orders/moves'
import { VOLUNTEERING_RULES } from '@shared/volunteering/rules/rules'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import type { KindSettingsHand } from './use-kind-settings'

type Props = {
  readonly kind: OrderKindView | null
  readonly clocks: OrderClocks
  readonly hand: KindSettingsHand
  readonly onClose: () => void
}
type Texts = Record<OrderClock, string>

const textsOf = (kind: OrderKindView | null) =>
  Object.fromEntries(ORDER_CLOCKS.map((step) => [step, String(kind?.hours[step] ?? '')])) as Texts
const hoursOf = (texts: Texts) =>
  Object.fromEntries(
    ORDER_CLOCKS.map((step) => [step, texts[step].trim() === '' ? null : Number(texts[step])]),
  ) as OrderKindView['hours']

/** One kind as it is typed; an empty step goes by the county's clock. */
export function KindSheet({ kind, clocks, hand: { busy, wrong, create, change }, onClose }: Props) {
  const [zh, setZh] = useState(kind?.zh ?? '')
  const [texts, setTexts] = useState(() => textsOf(kind))
  const isTyped = zh.trim() !== '' && ORDER_CLOCKS.every((step) => /^\d*$/.test(texts[step].trim()))
  const wrongOf = (field: string) => (wrong?.field === field ? wrong.zh : '')
  const keep = (isOn: boolean) => {
    const draft = { zh: zh.trim(), isOn, hours: hoursOf(texts) }
    void (kind ? change(kind, draft) : create(draft)).then((done) => done && onClose())
  }
  return (
    <Sheet title={kind ? `修改：${kind.zh}` : '新增类别'} open onClose={onClose}>
      <FormRow label="名称" wrong={wrongOf('zh')}>
        <Input label="名称" value={zh} max={20} onText={setZh} />
      </FormRow>
      {ORDER_CLOCKS.map((step) => {
        const label = `${VOLUNTEERING_RULES[step].zh}（小时）`
        return (
          <FormRow key={step} label={label} hint={`不填按县里的 ${clocks[step]}`} wrong={wrongOf(step)}>
            <Input
              label={label}
              keyboard="number"
              value={texts[step]}
              max={4}
              onText={(text) => setTexts({ ...texts, [step]: text })}
            />
          </FormRow>
        )
      })}
      <Box className="sheet-act">
        <Button busy={busy} disabled={!isTyped} onTap={() => keep(kind?.isOn ?? true)}>
          保存
        </Button>
        {kind && (
          <Button kind="outline" busy={busy} disabled={!isTyped} onTap={() => keep(!kind.isOn)}>
            {kind.isOn ? '停用' : '恢复使用'}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}
