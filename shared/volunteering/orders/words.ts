import { ORDER_TRANSITIONS, type OrderEvent, type OrderPhase } from './moves'

export const ORDER_PHASE_ZH: Record<OrderPhase, string> = {
  submitted: '待受理',
  accepted: '待派单',
  dispatched: '待接单',
  pooled: '待抢单',
  taken: '已接单',
  refused: '待改派',
  linked: '已安排活动',
  served: '待评价',
  call_back: '待回访',
  closed: '已结单',
  declined: '不予受理',
  merged: '已并单',
  triage_late: '超时未派',
  timed_out: '超时未接',
  agreed_late: '超过约定时间',
  unrated: '未评价',
}

export const orderEventZh = (move: OrderEvent) => (move === 'submit' ? '点单' : ORDER_TRANSITIONS[move].zh)

export const STARS_ZH = ['', '很不满意', '不满意', '一般', '满意', '很满意'] as const

/** `teams` leads the team the order is at, or every team for the pool; merged requesters hear what theirs became. */
export type OrderListener = 'requester' | 'team' | 'pool' | 'office'
type Tell = { readonly to: readonly OrderListener[]; readonly title: string; readonly text: string }

/** 消息规则 of 点单. */
export const ORDER_TELLS: { readonly [move in OrderEvent]?: Tell } = {
  submit: { to: ['office'], title: '新的点单', text: '{kind}：{words}' },
  accept: { to: ['requester'], title: '点单已受理', text: '{kind}：正在安排队伍' },
  decline: { to: ['requester'], title: '点单没有受理', text: '{note}' },
  merge: { to: ['requester'], title: '点单已合并办理', text: '{kind}：与另一单一起办理' },
  dispatch: { to: ['team'], title: '派单', text: '{kind}：{words}。请在时限内接单' },
  pool: { to: ['pool'], title: '可抢的单', text: '{kind}：{words}' },
  take: { to: ['requester', 'office'], title: '已接单', text: '{team}已接单' },
  claim: { to: ['requester', 'office'], title: '已接单', text: '{team}已接单' },
  refuse: { to: ['office'], title: '队伍接不了', text: '{kind}：{note}' },
  give_up: { to: ['office', 'requester'], title: '队伍退单', text: '{kind}：{note}' },
  link: { to: ['requester'], title: '已安排活动', text: '{team}已安排服务' },
  serve: { to: ['requester'], title: '服务完成，请评价', text: '{team}已完成服务，评价截止前可评价一次' },
  rate: { to: ['team'], title: '收到评价', text: '{kind}：{stars} 星' },
  settle: { to: ['requester'], title: '回访结单', text: '{note}' },
  reopen: { to: ['requester'], title: '重新办理', text: '{kind}：已重新安排' },
  withdraw: { to: ['team', 'office'], title: '点单已撤回', text: '{kind}：点单人已撤回' },
}

/** Told once for each step that runs late. */
export const ORDER_LATE_TELL = { title: '点单超时', text: '{kind}：{phase}，请改派或跟进' } as const
