import { shanghai } from '../kit/time'
import type { Colour, SupervisionEventKind, SupervisionLevel, SupervisionState } from './supervision'
import { SUPERVISION_TRANSITIONS } from './supervision'
import type { Listener } from './tells'

export const SUPERVISION_STATE_ZH: Record<SupervisionState, string> = {
  issued: '待答复',
  answered: '已答复',
  proposed: '待销号',
  cancelled: '已销号',
}
export const COLOUR_ZH: Record<Colour, string> = { blue: '蓝色督办', yellow: '黄色督办', red: '红色督办' }
export const SUPERVISION_LEVEL_ZH: Record<SupervisionLevel, string> = { county: '县级', town: '镇级' }

export const supervisionZh = (kind: SupervisionEventKind) =>
  kind === 'issue' ? '发督办单' : SUPERVISION_TRANSITIONS[kind].zh

/** What the house itself writes when 150 % of the limit are used. */
export const AUTOMATIC_ZH = '用时超过时限的一半，系统自动发红色督办单。请立即处置，并书面说明原因。'

/** Three red ones of a unit within a quarter draft a 约谈; people decide on it. */
export const TALK_AT = 3

export function quarterOf(at: Date) {
  const { year, month } = shanghai(at)
  return { year, quarter: Math.ceil(month / 3) }
}

type SupervisionTell = { readonly to: readonly Listener[]; readonly title: string; readonly text: string }

/** 消息规则 of the 督办台账. */
export const SUPERVISION_TELLS: { readonly [kind in SupervisionEventKind]?: SupervisionTell } = {
  issue: { to: ['unit', 'area_leaders'], title: '督办单', text: '{number}：{title}。请{unit}书面答复' },
  answer: { to: ['admins', 'reviewers', 'area_leaders'], title: '督办已答复', text: '{number}：{unit}已答复' },
  send_back: { to: ['unit'], title: '督办退回重答', text: '{number}：{note}' },
  list: { to: ['unit', 'area_leaders'], title: '挂牌督办', text: '{number}：{title}已挂牌' },
  propose: { to: ['admins', 'reviewers', 'area_leaders'], title: '待销号', text: '{number}：请另一位核对后销号' },
  confirm: { to: ['unit', 'area_leaders'], title: '已销号', text: '{number}：{title}已销号' },
  deny: { to: ['admins', 'reviewers'], title: '没有同意销号', text: '{number}：{note}' },
}
