import { shanghai } from '@shared/kit/time'
import type { RewardView } from '@shared/reports/rewards/contract'
import { type OfficeMove, REWARD_MOVES } from '@shared/reports/rewards/moves'
import { amountZh, REWARD_RANK_ZH } from '@shared/reports/rewards/words'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { go } from '../../../ui/nav'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { RewardTag } from './reward-row'

type OfficeRowProps = {
  readonly reward: RewardView
  readonly busy: boolean
  readonly onAct: (move: OfficeMove) => void
}

export function OfficeRow({ reward, busy, onAct }: OfficeRowProps) {
  const { caseId, title, state, moves, objections, whyZh } = reward
  return (
    <Box className="office-row">
      <Tap className="office-words" label={`查看案件 ${title}`} onTap={() => go('/staff/cases/detail', { id: caseId })}>
        <Txt block strong>
          {title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {factsZh(reward)}
        </Txt>
        {whyZh && (
          <Txt size="caption" tone="warn" block>
            {whyZh}
          </Txt>
        )}
        {state === 'frozen' &&
          objections.map((words) => (
            <Txt key={words} size="caption" block>
              {`异议：${words}`}
            </Txt>
          ))}
      </Tap>
      <Box className="office-end">
        <Txt strong num>
          {amountZh(reward)}
        </Txt>
        <RewardTag state={state} />
      </Box>
      <Box className="office-acts">
        {moves.map((move) => (
          <Button
            key={move}
            dense
            fit
            busy={busy}
            kind={move === 'approve' ? 'soft' : 'ghost'}
            label={`${REWARD_MOVES[move].zh}：${title}`}
            onTap={() => onAct(move)}
          >
            {REWARD_MOVES[move].zh}
          </Button>
        ))}
      </Box>
    </Box>
  )
}

function factsZh({ caseNumber, categoryZh, rank, personZh, ruleZh, hasPayee, approvedByZh, fen, at }: RewardView) {
  const { month, date } = shanghai(new Date(at))
  const payee = hasPayee || fen === 0 ? '' : '没登记收款人'
  const by = approvedByZh && `${approvedByZh}批准`
  const about = [
    caseNumber,
    categoryZh,
    `${REWARD_RANK_ZH[rank]} ${personZh}`,
    `${month}月${date}日`,
    ruleZh,
    payee,
    by,
  ]
  return about.filter(Boolean).join(' · ')
}
