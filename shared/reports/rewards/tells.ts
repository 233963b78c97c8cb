import type { REWARD_EVENT_KINDS } from './moves'

type Kind = (typeof REWARD_EVENT_KINDS)[number]
type Tell = { readonly title: string; readonly zh: string }

/** 奖励消息: what the one who came forward hears of; `{worth}` is the amount. A case is named by its number, never by its place. */
export const REWARD_TELLS: { readonly [kind in Kind]?: Tell } = {
  earn: { title: '给您记了一笔奖励', zh: '{number} 已办结，奖励 {worth}，等待批准' },
  approve: { title: '奖励已批准', zh: '{number} 的奖励 {worth} 已批准，请登记收款方式' },
  pay: { title: '奖励已发放', zh: '{number} 的奖励 {worth} 已发放' },
  freeze: { title: '奖励暂时冻结', zh: '{number} 的奖励 {worth} 正在核实：{note}' },
  halt: { title: '奖励暂时冻结', zh: '{number} 正在重新办理，办结后自动解冻' },
  unfreeze: { title: '奖励已解冻', zh: '{number} 的奖励 {worth} 已解冻' },
  reverse: { title: '奖励已撤销', zh: '{number} 的奖励 {worth} 已撤销：{note}' },
}
export const REWARD_TOLD = Object.keys(REWARD_TELLS) as Kind[]
