import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import type { ExchangeDeskHand } from './use-points'

const EMPTY = { zh: '', points: '', stock: '', placeZh: '', windowZh: '', keepDays: '7' }

// biome-ignore format: a table reads by its columns
const ROWS = [
  { id: 'zh',       zh: '物品名称', max: 40,  hint: '' },
  { id: 'points',   zh: '所需积分', max: 6,   hint: '定了不改，改价另上一件' },
  { id: 'stock',    zh: '库存',     max: 6,   hint: '' },
  { id: 'placeZh',  zh: '领取地点', max: 100, hint: '' },
  { id: 'windowZh', zh: '领取时间', max: 100, hint: '比如 周一至周五 9:00–17:00' },
  { id: 'keepDays', zh: '保留天数', max: 2,   hint: '过期未领，积分退回' },
] as const

export function ItemSheet({ hand, onClose }: { hand: ExchangeDeskHand; onClose: () => void }) {
  const [draft, setDraft] = useState(EMPTY)
  const [points, stock, keepDays] = [Number(draft.points), Number(draft.stock), Number(draft.keepDays)]
  const isWhole = Object.values(draft).every((text) => text.trim() !== '')
  const fits = Number.isInteger(points) && points > 0 && Number.isInteger(stock) && stock >= 0 && keepDays >= 1
  const send = () => {
    const { zh, placeZh, windowZh } = draft
    void hand.create({ zh, placeZh, windowZh, points, stock, keepDays }).then((done) => done && onClose())
  }
  return (
    <Sheet title="上架物品" open onClose={onClose}>
      {ROWS.map(({ id, zh, max, hint }) => (
        <FormRow key={id} label={zh} hint={hint}>
          <Input label={zh} value={draft[id]} onText={(text) => setDraft({ ...draft, [id]: text })} max={max} />
        </FormRow>
      ))}
      <Box className="sheet-act">
        <Button busy={hand.busy} disabled={!isWhole || !fits} onTap={send}>
          上架
        </Button>
      </Box>
    </Sheet>
  )
}
