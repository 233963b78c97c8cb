import type { OrderKindView } from '@shared/volunteering/orders/kinds-contract'
import { ORDER_CLOCKS, type OrderClocks } from '@shared/volunteering/orders/moves'
import { VOLUNTEERING_RULES } from '@shared/volunteering/rules/rules'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { KindSheet } from './kind-sheet'
import type { KindSettingsHand } from './use-kind-settings'

type Props = {
  readonly items: readonly OrderKindView[]
  readonly clocks: OrderClocks
  readonly mayChange: boolean
  readonly hand: KindSettingsHand
}

/** 点单类别: what people may ask for, each with clocks of its own or the county's. */
export function KindSettings({ items, clocks, mayChange, hand }: Props) {
  const [open, setOpen] = useState<OrderKindView | 'new' | null>(null)
  const start = (kind: OrderKindView | 'new') => {
    hand.clear()
    setOpen(kind)
  }
  return (
    <Box className="office">
      <Card flush title="点单类别" aside={`${items.length} 类`}>
        {items.map((kind) => (
          <Box key={kind.code} className="office-row">
            <Box className="office-words">
              <Txt block strong>
                {kind.zh}
              </Txt>
              <Txt size="caption" tone="second" block num>
                {hoursZh(kind.hours)}
              </Txt>
            </Box>
            <Box className="office-end">
              <Tag zh={kind.isOn ? '在用' : '停用'} tone={kind.isOn ? 'ok' : 'plain'} />
            </Box>
            {mayChange && (
              <Box className="office-acts">
                <Button dense fit kind="ghost" label={`修改${kind.zh}`} onTap={() => start(kind)}>
                  修改
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Card>
      <Txt size="caption" tone="second" block>
        改名、停用和改时限只管以后：已点的单名称不变，已定的期限不变。
      </Txt>
      {mayChange && (
        <Button kind="outline" icon="plus" onTap={() => start('new')}>
          新增类别
        </Button>
      )}
      {open && (
        <KindSheet kind={open === 'new' ? null : open} clocks={clocks} hand={hand} onClose={() => setOpen(null)} />
      )}
    </Box>
  )
}

function hoursZh(hours: OrderKindView['hours']) {
  const own = ORDER_CLOCKS.flatMap((step) =>
    hours[step] === null ? [] : [`${VOLUNTEERING_RULES[step].zh} ${hours[step]} 小时`],
  )
  return own.length === 0 ? '时限按县里的' : own.join(' · ')
}
