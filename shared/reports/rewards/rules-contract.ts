import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { key, moment, nothing, someWords } from '../../kit/fields'
import { BUDGET_PERIODS } from './rules'

const amount = z.int('请填写整数').min(0, '不能是负数').max(100_000_000, '数目太大')
const rates = {
  zh: someWords('名称', 40),
  classes: z.array(z.string().max(8), '请选择类别').min(1, '请选择类别').max(60),
  firstFen: amount,
  firstPoints: amount,
  followerFen: amount,
  followerPoints: amount,
  dayMaxFen: amount,
  monthMaxFen: amount,
  dayMaxPoints: amount,
  budgetFen: amount,
  budgetPeriod: z.enum(BUDGET_PERIODS, '请选择预算周期'),
  startsOn: z.iso.date('请选择开始日期'),
  endsOn: z.iso.date('结束日期有误').nullable().default(null),
}
export const RewardRuleView = z.object({ ...rates, id: z.string(), lineId: z.string() })

export const ListRewardRules = endpoint({
  verb: 'GET',
  path: '/api/reward-rules',
  who: ['reviewer', 'dispatcher', 'admin'],
  zh: '奖励办法的全部版本、谁何时定的，和本期预算用了多少',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(RewardRuleView.extend({ byZh: z.string(), at: moment, note: z.string(), isOn: z.boolean() })),
    budgets: z.array(
      z.object({ lineId: z.string(), zh: z.string(), period: z.string(), usedFen: z.int(), budgetFen: z.int() }),
    ),
  }),
})
export type RewardBook = z.infer<typeof ListRewardRules.reply>

export const SetRewardRule = endpoint({
  verb: 'POST',
  path: '/api/reward-rules',
  who: ['admin'],
  zh: '新设一条奖励办法，或给已有的一条定新版本；从今天或以后开始，旧版本留着',
  params: nothing,
  body: z.strictObject({
    key,
    lineId: z.string().min(1).max(64).nullable().default(null),
    ...rates,
    note: someWords('理由', 200),
  }),
  reply: RewardRuleView,
  isSensitive: true,
})
