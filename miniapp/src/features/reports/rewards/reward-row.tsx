import { shanghai } from '@shared/kit/time'
import type { MyReward } from '@shared/reports/rewards/contract'
import type { RewardState } from '@shared/reports/rewards/moves'
import { amountZh, REWARD_RANK_ZH, REWARD_STATE_ZH } from '@shared/reports/rewards/words'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { Tag, type TagProps } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'

const TONES: Readonly<Record<RewardState, NonNullable<TagProps['tone']>>> = {
  earned: 'brand',
  approved: 'brand',
  paid: 'ok',
  frozen: 'warn',
  reversed: 'plain',
  refused: 'plain',
}

export const RewardTag = ({ state }: { state: RewardState }) => <Tag tone={TONES[state]} zh={REWARD_STATE_ZH[state]} />

/** What it was for, what came of it, and why not. */
export function RewardRow({ reward, onObject }: { reward: MyReward; onObject: () => void }) {
  const { caseId, title, rank, state, whyZh, at, mayObject } = reward
  const { month, date } = shanghai(new Date(at))
  return (
    <Box className="reward">
      <Entry
        title={title}
        zh={`${month}月${date}日 · ${REWARD_RANK_ZH[rank]}`}
        aside={
          <Box className="reward-end">
            <Txt strong num>
              {amountZh(reward)}
            </Txt>
            <RewardTag state={state} />
          </Box>
        }
        onTap={() => go('/pages/cases/progress', { id: caseId })}
      />
      {(whyZh || mayObject) && (
        <Box className="reward-foot">
          <Txt size="caption" tone="second" className="grow">
            {whyZh}
          </Txt>
          {mayObject && (
            <Button kind="ghost" dense fit label={`对${title}的奖励提出异议`} onTap={onObject}>
              有异议
            </Button>
          )}
        </Box>
      )}
    </Box>
  )
}
