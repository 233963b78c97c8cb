import { addMinutes } from '../../../shared/kit/time'
import { REWARD_TELLS } from '../../../shared/reports/rewards/tells'
import { amountZh } from '../../../shared/reports/rewards/words'
import type { Deps } from '../../http/deps'
import { findMark, recordMark } from '../../notices/mark-queries'
import { listUntoldRewards, recordRewardNotice, type UntoldReward } from './tell-queries'

const BATCH = 200
/** A row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10
const MARK = 'tell-rewards'

/** Tells whoever came forward what became of their reward; late, twice or on two servers, the inboxes end the same. */
export async function tellRewards({ db }: Deps): Promise<number> {
  const mark = await findMark(db, MARK)
  const steps = await listUntoldRewards(db, addMinutes(mark, -LOOK_BACK_MINUTES), BATCH)
  for (const step of steps) await tell(db, step)
  const last = steps.at(-1)
  if (last) await recordMark(db, MARK, steps.length === BATCH ? addMinutes(last.at, LOOK_BACK_MINUTES) : last.at)
  return steps.length
}

async function tell(db: Deps['db'], step: UntoldReward) {
  const rule = REWARD_TELLS[step.kind]
  if (!rule) return
  const facts = { number: step.number, worth: amountZh(step), note: step.note.slice(0, 100) }
  const text = rule.zh.replace(/\{(\w+)\}/g, (_, name: string) => facts[name as keyof typeof facts] ?? '')
  await recordRewardNotice(db, step, { title: rule.title, text, link: '/pages/reports/rewards' })
}
