import type { MyRewards as All, MyReward } from '@shared/reports/rewards/contract'
import { PAYEE_WAY_ZH, yuanZh } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { go } from '../../../ui/nav'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { Stats } from '../../../ui/stats'
import { Txt } from '../../../ui/txt'
import { ObjectSheet } from './object-sheet'
import { PayeeSheet } from './payee-sheet'
import { RewardRow } from './reward-row'
import type { MyRewardsHand } from './use-my-rewards'

export const MyRewards = ({ hand }: { hand: MyRewardsHand }) => (
  <Loaded load={hand.load} skeleton={<Skeleton rows={3} />}>
    {(all) => (
      <Box className="stack">
        <Sums all={all} />
        <PayeeCard all={all} hand={hand} />
        <Records hand={hand} />
        <Rules rules={all.rules} />
      </Box>
    )}
  </Loaded>
)

const Sums = ({ all: { payable, frozen, paid } }: { all: All }) => (
  <Card label="奖励合计">
    <Stats
      items={[
        { value: yuanZh(paid.fen), zh: '已发放' },
        { value: yuanZh(payable.fen), zh: '在途' },
        { value: String(paid.points), zh: '积分' },
      ]}
    />
    {frozen.fen + frozen.points > 0 && (
      <Txt size="caption" tone="second" block className="reward-note">
        {`另有 ${yuanZh(frozen.fen)} 冻结核实中`}
      </Txt>
    )}
  </Card>
)

function PayeeCard({ all: { payee }, hand }: { all: All; hand: MyRewardsHand }) {
  const [open, setOpen] = useState(false)
  const zh = payee ? [PAYEE_WAY_ZH[payee.way], payee.name].filter(Boolean).join(' · ') : '没有登记时奖金发不出来'
  return (
    <Card flush>
      <Entry icon="user-check" title={payee ? '收款人' : '登记收款人'} zh={zh} onTap={() => setOpen(true)} />
      {open && (
        <PayeeSheet
          payee={payee}
          busy={hand.sending}
          onClose={() => setOpen(false)}
          onSave={(way, name) => void hand.bind(way, name).then((done) => done && setOpen(false))}
        />
      )}
    </Card>
  )
}

function Records({ hand: { items, hasMore, busy, more, sending, object } }: { hand: MyRewardsHand }) {
  const [about, setAbout] = useState<MyReward | null>(null)
  if (items.length === 0)
    return (
      <Empty
        icon="certificate"
        title="还没有奖励"
        zh="反映的问题办结后，符合奖励办法的会记在这里"
        act="去随手拍"
        onAct={() => go('/pages/reports/new')}
      />
    )
  return (
    <Section title="奖励记录">
      <Card flush>
        {items.map((reward) => (
          <RewardRow key={reward.id} reward={reward} onObject={() => setAbout(reward)} />
        ))}
      </Card>
      {hasMore && <MoreButton busy={busy} onTap={() => void more()} />}
      {about && (
        <ObjectSheet
          reward={about}
          busy={sending}
          onClose={() => setAbout(null)}
          onSend={(words) => void object(about.id, words).then((done) => done && setAbout(null))}
        />
      )}
    </Section>
  )
}

/** What holds today, in sentences. */
const Rules = ({ rules }: Pick<All, 'rules'>) =>
  rules.length === 0 ? null : (
    <Section title="奖励办法">
      {rules.map((rule) => (
        <Card key={`${rule.zh} ${rule.startsOn}`} title={rule.zh}>
          {rule.firstFen > 0 && <Txt block>{`首报 ${yuanZh(rule.firstFen)}，附议 ${yuanZh(rule.followerFen)}`}</Txt>}
          <Txt block>{`积分：首报 ${rule.firstPoints}，附议 ${rule.followerPoints}`}</Txt>
          {rule.dayMaxFen > 0 && (
            <Txt size="caption" tone="second" block>
              {`每人每天最多 ${yuanZh(rule.dayMaxFen)}，每月最多 ${yuanZh(rule.monthMaxFen)}；按反映那天算`}
            </Txt>
          )}
          <Txt size="caption" tone="second" block>
            同一问题只有最先反映的算首报。匿名反映、工作人员和责任单位的人不发奖励。
          </Txt>
        </Card>
      ))}
    </Section>
  )
