import type { RewardView } from '@shared/reports/rewards/contract'
import { REWARD_STATES } from '@shared/reports/rewards/moves'
import { REWARD_STATE_ZH, yuanZh } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'
import { Budgets } from './budgets'
import { type Noted, NoteSheet } from './note-sheet'
import { OfficeRow } from './office-row'
import { Payouts } from './payouts'
import type { OfficeHand } from './use-office'

/** 奖励发放: what waits for one, what waits for another, and what was paid. */
export function Office({ hand }: { hand: OfficeHand }) {
  const { load, items, state, setState } = hand
  const counts = load.data?.counts
  return (
    <Box className="office">
      <Budgets book={hand.book.data} />
      <Choices
        label="按状态"
        look="tag"
        items={REWARD_STATES.map((id) => ({ id, zh: `${REWARD_STATE_ZH[id]} ${counts?.[id] ?? 0}` }))}
        picked={[state]}
        onPick={(id) => setState(REWARD_STATES.find((one) => one === id) ?? 'earned')}
      />
      {state === 'paid' && <Payouts />}
      <Loaded load={load}>{() => <Rows key={state} hand={hand} items={items} />}</Loaded>
    </Box>
  )
}

function Rows({ hand, items }: { hand: OfficeHand; items: readonly RewardView[] }) {
  const [noted, setNoted] = useState<Noted | null>(null)
  const { state, busy, act, pay } = hand
  if (items.length === 0) return <Empty icon="certificate" title={`没有${REWARD_STATE_ZH[state]}的奖励`} />
  const ready = items.filter(({ mayPay }) => mayPay)
  const done = (sent: boolean) => {
    if (sent) setNoted(null)
  }
  return (
    <>
      {state === 'approved' && <PayBar ready={ready} busy={busy} onPay={() => setNoted({ kind: 'pay', ready })} />}
      <Card flush className="office-rows">
        {items.map((reward) => (
          <OfficeRow
            key={reward.id}
            reward={reward}
            busy={busy}
            onAct={(move) =>
              move === 'approve' ? void act(reward.id, move, '') : setNoted({ kind: 'act', move, reward })
            }
          />
        ))}
      </Card>
      {hand.hasMore && <MoreButton busy={hand.moreBusy} onTap={() => void hand.more()} />}
      {noted && (
        <NoteSheet
          noted={noted}
          busy={busy}
          onClose={() => setNoted(null)}
          onSend={(note) =>
            void (
              noted.kind === 'pay'
                ? pay(
                    noted.ready.map(({ id }) => id),
                    note,
                  )
                : act(noted.reward.id, noted.move, note)
            ).then(done)
          }
        />
      )}
    </>
  )
}

type PayBarProps = { readonly ready: readonly RewardView[]; readonly busy: boolean; readonly onPay: () => void }

/** Those of this page that this person may pay, in one list. */
const PayBar = ({ ready, busy, onPay }: PayBarProps) => (
  <Card className="pay-bar">
    <Box className="row gap-3">
      <Box className="grow">
        <Txt strong block num>
          {`您可以发放 ${ready.length} 笔，共 ${yuanZh(ready.reduce((sum, { fen }) => sum + fen, 0))}`}
        </Txt>
        <Txt size="caption" tone="second" block>
          自己批准的、还没登记收款人的不在内
        </Txt>
      </Box>
      <Button dense fit busy={busy} disabled={ready.length === 0} onTap={onPay}>
        编发放清单
      </Button>
    </Box>
  </Card>
)
