import { momentZh } from '@shared/kit/time'
import type { ExchangeView, PointItemView } from '@shared/volunteering/points/contract'
import { EXCHANGE_STATE_ZH } from '@shared/volunteering/points/moves'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Section } from '../../../ui/section'
import { Stats } from '../../../ui/stats'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import type { MyPointsHand } from './use-points'

/** 我的积分: what may be used, what lies ready, what is on the shelf, and every posting. */
export const MyPoints = ({ hand }: { hand: MyPointsHand }) => (
  <Loaded load={hand.load}>
    {({ available, reserved, debt, pointsPerHour, nextExpiry, exchanges }) => (
      <Box className="stack">
        <Card label="积分">
          <Stats
            items={[
              { value: String(available), unit: '分', zh: '可用' },
              { value: String(reserved), unit: '分', zh: '预留中' },
            ]}
          />
          {[
            `签到签退记下的服务，每满 1 小时得 ${pointsPerHour} 分；兑换不影响服务时长。`,
            debt > 0 ? `时长更正后还有 ${debt} 分待扣，从下次所得里扣。` : '',
            nextExpiry ? `${nextExpiry.amount} 分在 ${nextExpiry.on} 到期。` : '',
          ].map((line) => line && <Line key={line} zh={line} />)}
        </Card>
        {exchanges.length > 0 && (
          <Section title="我的兑换">
            <Card flush>
              {exchanges.map((one) => (
                <ExchangeRow key={one.id} one={one} hand={hand} />
              ))}
            </Card>
          </Section>
        )}
        <Shelf hand={hand} available={available} />
        <Postings hand={hand} />
      </Box>
    )}
  </Loaded>
)

const Line = ({ zh }: { zh: string }) => (
  <Txt size="caption" tone="second" block>
    {zh}
  </Txt>
)

function ExchangeRow({ one, hand }: { one: ExchangeView; hand: MyPointsHand }) {
  const { itemZh, placeZh, windowZh, state, code, expiresAt } = one
  const cancel = async () => {
    if (await confirm({ title: '取消兑换？', zh: `退回 ${one.points} 分`, yes: '取消兑换' })) await hand.cancel(one.id)
  }
  return (
    <Box className="office-row">
      <Box className="office-words">
        <Txt block strong>
          {`${itemZh} · ${one.points} 分`}
        </Txt>
        {code && (
          <Txt block strong num size="number-l" selectable>
            {`${code.slice(0, 4)} ${code.slice(4)}`}
          </Txt>
        )}
        <Line zh={code ? `到${placeZh}出示，${windowZh}，${momentZh(new Date(expiresAt), now())}前有效` : placeZh} />
      </Box>
      <Box className="office-end">
        <Tag zh={EXCHANGE_STATE_ZH[state]} tone={state === 'reserved' ? 'brand' : 'plain'} />
      </Box>
      {state === 'reserved' && (
        <Box className="office-acts">
          <Button kind="ghost" dense fit busy={hand.sending} label={`取消兑换${itemZh}`} onTap={() => void cancel()}>
            取消兑换
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Shelf({ hand, available }: { hand: MyPointsHand; available: number }) {
  const items = hand.shelf.data?.items.filter(({ isOn }) => isOn) ?? []
  return (
    <Section title="可以兑换">
      {items.length === 0 ? (
        <Empty icon="building-store" title="暂时没有可兑换的物品" />
      ) : (
        <Card flush>
          {items.map((item) => (
            <ShelfRow key={item.id} item={item} hand={hand} available={available} />
          ))}
        </Card>
      )}
    </Section>
  )
}

type ShelfProps = { readonly item: PointItemView; readonly hand: MyPointsHand; readonly available: number }

function ShelfRow({ item, hand, available }: ShelfProps) {
  const { id, zh, points, stock, placeZh, keepDays } = item
  const reserve = async () => {
    const doubt = { title: `兑换${zh}？`, zh: `用 ${points} 分，${keepDays} 天内到${placeZh}领取`, yes: '兑换' }
    if (await confirm(doubt)) await hand.reserve(id)
  }
  const why = stock === 0 ? '已兑完' : available < points ? `差 ${points - available} 分` : ''
  return (
    <Entry
      icon="building-store"
      title={`${zh} · ${points} 分`}
      zh={`${placeZh} · 剩 ${stock} 件`}
      aside={
        <Button
          kind="soft"
          dense
          fit
          busy={hand.sending}
          disabled={why !== ''}
          label={`${why || '兑换'}，${zh}`}
          onTap={() => void reserve()}
        >
          {why || '兑换'}
        </Button>
      }
    />
  )
}

const Postings = ({ hand: { items, hasMore, busy, readOn } }: { hand: MyPointsHand }) => (
  <Section title="积分流水">
    {items.length === 0 ? (
      <Empty icon="clock-heart" title="还没有积分" zh="参加活动签到签退，时长确认后自动记分" />
    ) : (
      <Card flush>
        {items.map(({ id, zh, amount, at }) => (
          <Entry
            key={id}
            title={zh}
            zh={momentZh(new Date(at), now())}
            aside={amount > 0 ? `+${amount}` : String(amount)}
          />
        ))}
      </Card>
    )}
    {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
  </Section>
)
