import { CATEGORY_SEED } from '../../schema/seed/categories'
import { DEMO_PEOPLE } from '../../schema/seed/demo/people'
import { addDays, shanghai } from '../../shared/kit/time'
import type { Deps, Send } from '../http/deps'
import { setPayee } from '../reports/rewards/my-actions'
import { listRewards, moveReward, payRewards } from '../reports/rewards/office-actions'
import { setRewardRule } from '../reports/rewards/rule-actions'
import { sweepRewards } from '../reports/rewards/sweep-actions'
import type { Show } from './activity-steps'
import { diceOf } from './dice'
import { play, type Step } from './steps'

const RULED_DAYS = 90
/** More sweeps than the demo's past needs; a bound, so that a start can never run for ever. */
const ROUNDS_MAX = 40
const OFFICE = { size: 100, cursor: undefined }

const codesOf = (reward: 'Y' | 'T') =>
  Object.entries(CATEGORY_SEED).flatMap(([code, seed]) => (seed.reward === reward ? [code] : []))

// biome-ignore format: a table reads by its columns
const RULES = [
  { zh: '随手拍奖励办法', classes: codesOf('Y'), firstFen: 1000, followerFen: 100, firstPoints: 5,  followerPoints: 1, dayMaxFen: 3000, monthMaxFen: 20_000, budgetFen: 300_000 },
  { zh: '文明积分办法',   classes: codesOf('T'), firstFen: 0,    followerFen: 0,   firstPoints: 10, followerPoints: 2, dayMaxFen: 0,    monthMaxFen: 0,      budgetFen: 0 },
] as const

/** The county's rules of three months ago, and who of the neighbours takes money. */
export function rewardSteps({ cast, at }: Show): Step[] {
  const from = addDays(at, -RULED_DAYS)
  const ruled = RULES.map(({ classes, ...rule }, i): Step => {
    const body = {
      ...{
        ...rule,
        classes: [...classes],
        dayMaxPoints: 50,
        budgetPeriod: 'month' as const,
        lineId: null,
        endsOn: null,
      },
      ...{ startsOn: shanghai(from).day, note: '县创建办〔2026〕7 号' },
    }
    const run = (deps: Deps, send: Send) => setRewardRule(deps, cast('fang'), { key: send.key, ...body }, send)
    return { name: `rewards/rule ${i}`, at: from, by: cast('fang'), shots: [], run }
  })
  const bound = DEMO_PEOPLE.filter(({ key }) => key === 'lin' || /^n\d/.test(key)).flatMap(({ key, name }): Step[] => {
    const way = diceOf(`payee ${key}`).pick(['wechat', 'wechat', 'counter', 'points', null] as const)
    if (way === null && key !== 'lin') return []
    const run = (deps: Deps, send: Send) =>
      setPayee(deps, cast(key), { key: send.key, way: key === 'lin' ? 'wechat' : (way ?? 'wechat'), name }, send)
    return [{ name: `rewards/payee ${key}`, at: from, by: cast(key), shots: [], run }]
  })
  return [...ruled, ...bound]
}

/** Most are approved, a few are looked into or taken back. */
function actOf(part: number) {
  if (part < 0.04) return ['freeze', '正在核对两个人谁先反映'] as const
  return part < 0.09 ? (['reverse', '核查时发现照片是旧的'] as const) : (['approve', ''] as const)
}

/** What the closed cases earned by now: some approved, some paid, one held, the rest waiting. */
export async function giveRewards(deps: Deps, { cast, at }: Show) {
  const now = { ...deps, now: () => at }
  for (let round = 0; round < ROUNDS_MAX; round++) if ((await sweepRewards(now)) === 0) break
  const { items } = await listRewards(now, cast('he'), { ...OFFICE, state: 'earned' })
  const moves = items.flatMap(({ id, caseNumber, personZh }): Step[] => {
    const part = diceOf(`reward ${caseNumber} ${personZh}`).next()
    if (part > 0.7) return []
    const [move, note] = actOf(part)
    const run = (here: Deps, send: Send) => moveReward(here, cast('he'), id, { key: send.key, move, note }, send)
    return [{ name: `rewards/${id} ${move}`, at, by: cast('he'), shots: [], run }]
  })
  await play(deps, moves, () => undefined)
  const approved = await listRewards(now, cast('wu'), { ...OFFICE, state: 'approved' })
  const ids = approved.items.flatMap(({ id, mayPay }, i) => (mayPay && i % 3 > 0 ? [id] : []))
  const run = (here: Deps, send: Send) => payRewards(here, cast('wu'), { key: send.key, ids, note: '本月第一批' }, send)
  if (ids.length > 0)
    await play(deps, [{ name: 'rewards/payout', at, by: cast('wu'), shots: [], run }], () => undefined)
}
