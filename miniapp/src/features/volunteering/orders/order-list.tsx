import { momentZh } from '@shared/kit/time'
import type { OrderRow } from '@shared/volunteering/orders/contract'
import { ORDER_PHASE_ZH } from '@shared/volunteering/orders/words'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { go } from '../../../ui/nav'
import { Tag } from '../../../ui/tag'
import { toneOf } from './look'
import type { OrderListName, OrdersHand } from './use-orders'

const LIST_ZH: Record<OrderListName, string> = { mine: '我点的', team: '本队的', pool: '抢单池', desk: '全部' }

type Props = { readonly hand: OrdersHand; readonly lists: readonly OrderListName[] }

/** 点单, the newest first; what is over stands behind its own tab. */
export function OrderList({ hand, lists }: Props) {
  const { load, items, hasMore, busy, readOn, list, setList, isOpen, setOpen } = hand
  return (
    <Box className="office">
      {lists.length > 1 && (
        <Choices
          label="哪些点单"
          look="segment"
          items={lists.map((id) => ({ id, zh: LIST_ZH[id] }))}
          picked={[list]}
          onPick={(id) => setList(lists.find((one) => one === id) ?? 'mine')}
        />
      )}
      <Choices
        label="按进度"
        look="tag"
        items={[
          { id: 'open', zh: '在办' },
          { id: 'over', zh: '已结束' },
        ]}
        picked={[isOpen ? 'open' : 'over']}
        onPick={(id) => setOpen(id === 'open')}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="heart-handshake" title={isOpen ? '没有在办的点单' : '没有结束的点单'} />
          ) : (
            <Card flush>
              {items.map((row) => (
                <OrderEntry key={row.id} row={row} />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
    </Box>
  )
}

export const OrderEntry = ({ row }: { row: OrderRow }) => (
  <Entry
    title={`${row.kindZh} · ${row.words.slice(0, 24)}`}
    zh={[row.placeZh, row.teamZh, momentZh(new Date(row.at), now())].filter(Boolean).join(' · ')}
    aside={<Tag zh={ORDER_PHASE_ZH[row.phase]} tone={toneOf(row.phase, row.state)} />}
    onTap={() => go('/mine/volunteering/order', { id: row.id })}
  />
)
