import type { RewardRank, UnpaidReason } from './earn'
import type { FreezeCause, PayeeWay, RewardState } from './moves'
import type { BudgetPeriod } from './rules'

export const REWARD_STATE_ZH: Record<RewardState, string> = {
  earned: '待批准',
  approved: '待发放',
  paid: '已发放',
  frozen: '已冻结',
  reversed: '已撤销',
  refused: '没有奖励',
}

export const REWARD_RANK_ZH: Record<RewardRank, string> = { first: '首报', follower: '附议' }

export const UNPAID_REASON_ZH: Record<UnpaidReason, string> = {
  staff: '工作人员反映问题是本职，不发奖励',
  own_unit: '反映的是本单位负责的问题，不发奖励',
  platform: '由其他平台转来的反映，不发奖励',
  anonymous: '匿名反映没有收款人，不发奖励；下次可以选“微信”反映',
  already: '并入的那件反映已经给您记过奖励',
  class_none: '这一类问题不设奖励',
  no_rule: '反映当天没有适用的奖励办法',
  nothing: '这一类问题附议不设奖励',
  day_cap: '当天的奖金已到每人上限',
  month_cap: '当月的奖金已到每人上限',
  points_cap: '当天的积分已到每人上限',
  budget: '本期奖励预算已用完',
}

export const FREEZE_CAUSE_ZH: Record<FreezeCause, string> = {
  case: '案件正在重办，办结后自动解冻',
  objection: '有人对这件的奖励提出异议，核实后答复',
  office: '创建办正在核实',
}

export const PAYEE_WAY_ZH: Record<PayeeWay, string> = {
  wechat: '微信零钱',
  counter: '到窗口领取',
  points: '只要积分',
}

export const BUDGET_PERIOD_ZH: Record<BudgetPeriod, string> = { month: '每月', quarter: '每季度', year: '每年' }

/** 12.50 元 as people write it: no noughts behind whole yuan. */
export const yuanZh = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`

/** 10 元 + 5 积分 */
export const amountZh = ({ fen, points }: { readonly fen: number; readonly points: number }) =>
  [fen > 0 ? yuanZh(fen) : '', points > 0 ? `${points} 积分` : ''].filter(Boolean).join(' + ')
