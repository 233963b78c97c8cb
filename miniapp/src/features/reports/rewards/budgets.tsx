import type { RewardBook } from '@shared/reports/rewards/rules-contract'
import { yuanZh } from '@shared/reports/rewards/words'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Meter } from '../../../ui/meter'
import { go } from '../../../ui/nav'
import { Txt } from '../../../ui/txt'

/** How much of each budget of this period is given away. */
export const Budgets = ({ book }: { book: RewardBook | undefined }) => (
  <Card flush className="budgets">
    {book && book.items.length === 0 && (
      <Empty icon="certificate" title="还没有奖励办法" zh="定了办法，办结的反映才会记奖励" />
    )}
    {book?.budgets.map(({ lineId, zh, period, usedFen, budgetFen }) => (
      <Box key={lineId} className="budget">
        <Box className="between">
          <Txt strong>{`${zh} · ${period} 预算`}</Txt>
          <Txt size="caption" tone="second" num>{`已用 ${yuanZh(usedFen)}，共 ${yuanZh(budgetFen)}`}</Txt>
        </Box>
        <Meter
          label={`${zh}本期已用 ${yuanZh(usedFen)}，共 ${yuanZh(budgetFen)}`}
          part={usedFen / Math.max(1, budgetFen)}
          tone={usedFen * 10 > budgetFen * 9 ? 'warn' : 'brand'}
        />
      </Box>
    ))}
    <Entry
      icon="settings"
      title="奖励办法"
      zh="标准、上限和预算，每一版都留着"
      onTap={() => go('/staff/reports/reward-rules')}
    />
  </Card>
)
