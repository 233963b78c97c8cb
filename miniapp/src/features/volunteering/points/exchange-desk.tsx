import type { PointItemView } from '@shared/volunteering/points/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Section } from '../../../ui/section'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { ItemSheet } from './item-sheet'
import type { ExchangeDeskHand } from './use-points'

/** 兑换点: hand out by code; an administrator also keeps the shelf. */
export const ExchangeDesk = ({ hand }: { hand: ExchangeDeskHand }) => (
  <Box className="office">
    <RedeemCard hand={hand} />
    <Shelf hand={hand} />
  </Box>
)

function RedeemCard({ hand: { busy, done, redeem } }: { hand: ExchangeDeskHand }) {
  const [code, setCode] = useState('')
  const plain = code.replace(/[\s-]/g, '')
  const send = () => void redeem(plain).then((went) => went && setCode(''))
  return (
    <Card title="核销领取码">
      <FormRow label="领取码" hint="8 位，只能用一次">
        <Input label="领取码" value={code} onText={setCode} max={12} placeholder="比如 7KQM 2XNP" onDone={send} />
      </FormRow>
      <Button busy={busy} disabled={plain.length !== 8} onTap={send}>
        核销并发放
      </Button>
      {done && (
        <Box as="status" className="stack">
          <Txt block strong>{`已核销：${done.itemZh}，${done.points} 分`}</Txt>
        </Box>
      )}
    </Card>
  )
}

function Shelf({ hand }: { hand: ExchangeDeskHand }) {
  const [making, setMaking] = useState(false)
  const [changed, setChanged] = useState<PointItemView | null>(null)
  const { items = [], mayChange = false } = hand.shelf.data ?? {}
  return (
    <Section title="兑换物品" more={`${items.length} 件`}>
      {items.length === 0 ? (
        <Empty icon="building-store" title="还没有兑换物品" />
      ) : (
        <Card flush>
          {items.map((item) => (
            <Row key={item.id} item={item} hand={hand} mayChange={mayChange} onStock={() => setChanged(item)} />
          ))}
        </Card>
      )}
      {mayChange && (
        <Button kind="outline" icon="plus" onTap={() => setMaking(true)}>
          上架物品
        </Button>
      )}
      {making && <ItemSheet hand={hand} onClose={() => setMaking(false)} />}
      {changed && <StockSheet item={changed} hand={hand} onClose={() => setChanged(null)} />}
    </Section>
  )
}

type RowProps = {
  readonly item: PointItemView
  readonly hand: ExchangeDeskHand
  readonly mayChange: boolean
  readonly onStock: () => void
}

const Row = ({ item, hand, mayChange, onStock }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt block strong>{`${item.zh} · ${item.points} 分`}</Txt>
      <Txt size="caption" tone="second" block>
        {`库存 ${item.stock} · ${item.placeZh} · ${item.windowZh} · 保留 ${item.keepDays} 天`}
      </Txt>
    </Box>
    <Box className="office-end">
      <Tag zh={item.isOn ? '上架' : '停用'} tone={item.isOn ? 'ok' : 'plain'} />
    </Box>
    {mayChange && (
      <Box className="office-acts">
        <Button dense fit kind="ghost" busy={hand.busy} label={`增减${item.zh}的库存`} onTap={onStock}>
          增减库存
        </Button>
        <Button
          dense
          fit
          kind="ghost"
          busy={hand.busy}
          label={`${item.isOn ? '停用' : '上架'}${item.zh}`}
          onTap={() => void hand.change(item.id, 0, !item.isOn)}
        >
          {item.isOn ? '停用' : '上架'}
        </Button>
      </Box>
    )}
  </Box>
)

type StockProps = { readonly item: PointItemView; readonly hand: ExchangeDeskHand; readonly onClose: () => void }

function StockSheet({ item, hand, onClose }: StockProps) {
  const [text, setText] = useState('')
  const amount = Number(text)
  const fits = Number.isInteger(amount) && amount !== 0 && item.stock + amount >= 0
  const send = () => void hand.change(item.id, amount, item.isOn).then((done) => done && onClose())
  return (
    <Sheet title={`增减库存：${item.zh}`} open onClose={onClose} small>
      <FormRow label="增减数量" hint={`现有 ${item.stock}，减少写负数`}>
        <Input label="增减数量" value={text} onText={setText} max={7} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={hand.busy} disabled={!fits} onTap={send}>
          改库存
        </Button>
      </Box>
    </Sheet>
  )
}
