import { filled } from '../../../shared/kit/filled'
import { REWARD_TELLS } from '../../../shared/reports/rewards/tells'
import { amountZh } from '../../../shared/reports/rewards/words'
import type { Deps } from '../../http/deps'
import { each, tellOn } from '../../notices/telling'
import { listUntoldRewards, recordRewardNotice, type UntoldReward } from './tell-queries'

/** Tells whoever came forward what became of their reward. */
export const tellRewards = ({ db }: Deps) =>
  tellOn(db, {
    mark: 'tell-rewards',
    list: (from, size) => listUntoldRewards(db, from, size),
    tell: each((step: UntoldReward) => tell(db, step)),
  })

async function tell(db: Deps['db'], step: UntoldReward) {
  const rule = REWARD_TELLS[step.kind]
  if (!rule) return
  const facts = { number: step.number, worth: amountZh(step), note: step.note.slice(0, 100) }
  const text = filled(rule.zh, facts)
  await recordRewardNotice(db, step, { title: rule.title, text, link: '/pages/reports/rewards' })
}
