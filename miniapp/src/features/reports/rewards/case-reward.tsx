import { amountZh, REWARD_RANK_ZH } from '@shared/reports/rewards/words'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { RewardTag } from './reward-row'
import { useCaseReward } from './use-my-rewards'

/** One line on the page of a closed report: what it earned, or why not. */
export function CaseReward({ caseId, isClosed }: { caseId: string; isClosed: boolean }) {
  const reward = useCaseReward(caseId, isClosed)
  if (!reward) return null
  const { state, rank, whyZh } = reward
  return (
    <Card flush>
      <Entry
        icon="certificate"
        title={amountZh(reward) ? `${REWARD_RANK_ZH[rank]}奖励 ${amountZh(reward)}` : '这件反映没有奖励'}
        zh={whyZh || '在“我的奖励”里看'}
        aside={<RewardTag state={state} />}
        onTap={() => go('/pages/reports/rewards')}
      />
    </Card>
  )
}
