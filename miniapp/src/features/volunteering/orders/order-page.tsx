import { momentZh, shanghai } from '@shared/kit/time'
import type { OrderView } from '@shared/volunteering/orders/contract'
import { ORDER_ENDS, ORDER_TRANSITIONS, type OrderMove } from '@shared/volunteering/orders/moves'
import { ORDER_PHASE_ZH, STARS_ZH } from '@shared/volunteering/orders/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { Photo } from '../../../ui/photo'
import { Tag } from '../../../ui/tag'
import { Timeline } from '../../../ui/timeline'
import { Txt } from '../../../ui/txt'
import { AcceptOrders } from '../../notices/accept-messages'
import { WordsSheet } from '../ledger/words-sheet'
import { toneOf } from './look'
import { MoveSheet } from './move-sheet'
import type { OrderHand } from './use-order'

type Props = { readonly order: OrderView; readonly hand: OrderHand }

export const OrderPage = ({ order, hand }: Props) => (
  <Box className="stack">
    <Head order={order} />
    <Moves order={order} hand={hand} />
    {!ORDER_ENDS.includes(order.state) && <AcceptOrders />}
    {order.hasContact && <ContactCard hand={hand} />}
    {order.photos.length > 0 && (
      <Card title="服务照片">
        {order.photos.map((photo) => (
          <Photo key={photo.id} src={photo.thumbUrl} label="服务照片" className="request-photo" />
        ))}
      </Card>
    )}
    <Card title="经过">
      <Timeline items={order.events.map(momentOf)} />
    </Card>
  </Box>
)

function momentOf({ zh, note, teamZh, at }: OrderView['events'][number], i: number) {
  const { clock, month, date } = shanghai(new Date(at))
  const lines = [teamZh, note].filter(Boolean)
  return { id: `${at} ${i}`, clock, day: `${month}月${date}日`, title: zh, lines }
}

function Head({ order }: { order: OrderView }) {
  const { kindZh, phase, state, rating, activity } = order
  return (
    <Card title={kindZh} aside={<Tag zh={ORDER_PHASE_ZH[phase]} tone={toneOf(phase, state)} />}>
      <Txt block selectable>
        {order.words}
      </Txt>
      {factsOf(order).map((line) => (
        <Txt key={line} size="caption" tone="second" block>
          {line}
        </Txt>
      ))}
      {activity && (
        <Button
          kind="soft"
          dense
          icon="calendar-event"
          onTap={() => go('/pages/volunteering/detail', { id: activity.id })}
        >
          {activityZh(activity)}
        </Button>
      )}
      {rating && <Txt block>{`评价 ${rating.stars} 星 ${STARS_ZH[rating.stars] ?? ''} ${rating.words}`}</Txt>}
    </Card>
  )
}

function activityZh({ title, isPublished, isCancelled }: NonNullable<OrderView['activity']>) {
  if (isCancelled) return `${title}（已取消）`
  return isPublished ? title : `${title}（审核中）`
}

function factsOf({ placeZh, teamZh, wantedAt, agreedAt, dueAt, state, redispatchesLeft }: OrderView) {
  const at = now()
  const said = (moment: string | null, zh: string) => (moment ? `${zh} ${momentZh(new Date(moment), at)}` : '')
  return [
    placeZh,
    teamZh,
    said(wantedAt, '希望'),
    said(agreedAt, '约定'),
    said(dueAt, state === 'served' ? '评价截止' : '本步时限'),
    ['dispatched', 'refused', 'pooled'].includes(state) ? `还可改派 ${redispatchesLeft} 次，之后交县级中心` : '',
  ].filter(Boolean)
}

/** Steps that need nothing named are asked once more; the others have their sheet. */
const PLAIN: readonly OrderMove[] = ['accept', 'pool', 'withdraw']
const QUIET: readonly OrderMove[] = ['decline', 'merge', 'refuse', 'give_up', 'withdraw']

function Moves({ order, hand }: Props) {
  const [open, setOpen] = useState<OrderMove | null>(null)
  if (order.moves.length === 0) return null
  const start = async (move: OrderMove) => {
    if (!PLAIN.includes(move)) return setOpen(move)
    const { zh } = ORDER_TRANSITIONS[move]
    if (await confirm({ title: `${zh}？`, zh: order.words.slice(0, 40), yes: zh })) await hand.move(move, {})
  }
  return (
    <Card label="可以办的">
      <Box className="team-asks">
        {order.moves.map((move) => (
          <Button
            key={move}
            busy={hand.busy}
            kind={QUIET.includes(move) ? 'ghost' : 'primary'}
            onTap={() => void start(move)}
          >
            {ORDER_TRANSITIONS[move].zh}
          </Button>
        ))}
      </Box>
      {open && (
        <MoveSheet
          order={order}
          move={open}
          busy={hand.busy}
          onClose={() => setOpen(null)}
          onSend={(fields) => void hand.move(open, fields).then((done) => done && setOpen(null))}
        />
      )}
    </Card>
  )
}

function ContactCard({ hand }: { hand: OrderHand }) {
  const [asking, setAsking] = useState(false)
  const { contact } = hand
  return (
    <Card flush>
      <Entry
        icon="phone"
        title={contact ? [contact.name, contact.phone].filter(Boolean).join(' ') : '查看联系方式'}
        zh={contact ? '已留痕，请勿转给他人' : '写明理由，会留痕'}
        {...(contact ? {} : { onTap: () => setAsking(true) })}
      />
      {asking && (
        <WordsSheet
          title="查看联系方式"
          about="点单人的姓名和电话"
          hint="比如：约上门时间"
          act="查看"
          busy={hand.busy}
          onClose={() => setAsking(false)}
          onSend={(words) => void hand.read(words.slice(0, 100)).then((done) => done && setAsking(false))}
        />
      )}
    </Card>
  )
}
