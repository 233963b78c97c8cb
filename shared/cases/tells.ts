import { filled } from '../kit/filled'
import type { MessageKind } from '../notices/templates'
import type { CaseEventKind } from './transitions'

/** Whose inbox hears of a step. `unit` are the handlers of the case's unit, the offices those whose scope covers the grid. */
export type Listener =
  | 'followers'
  | 'unit'
  | 'co_units'
  | 'reviewers'
  | 'dispatchers'
  | 'verifiers'
  | 'inspector'
  | 'admins'
  | 'grid_chiefs'
  | 'area_leaders'
export type Tell = { readonly to: Listener; readonly title: string; readonly text: string }

/** 消息规则: which step is told to whom, in which words; `{…}` are the case's own. Read by the job, never by a request. */
export const CASE_TELLS: { readonly [kind in CaseEventKind]?: readonly Tell[] } = {
  report: [{ to: 'reviewers', title: '有新的反映', text: '{title}，{address}' }],
  file_direct: [{ to: 'dispatchers', title: '巡访直接立案', text: '{title}，请派遣' }],
  send_verify: [{ to: 'inspector', title: '请到现场核实', text: '{title}，{address}' }],
  report_back: [{ to: 'reviewers', title: '核实已回报', text: '{title}' }],
  ask_more: [{ to: 'followers', title: '请您补充', text: '{title}：{note}' }],
  lapse: [{ to: 'followers', title: '没有受理', text: '{title}：三天内没有收到补充。您可以重新拍照反映' }],
  supplement: [{ to: 'reviewers', title: '反映人已补充', text: '{title}' }],
  file: [
    { to: 'followers', title: '已受理', text: '您反映的“{title}”已受理，编号 {number}' },
    { to: 'dispatchers', title: '待派遣', text: '{title}，{address}' },
  ],
  reject: [{ to: 'followers', title: '没有受理', text: '{title}：{note}' }],
  object: [{ to: 'reviewers', title: '反映人有异议', text: '{title}：{note}' }],
  merge: [{ to: 'followers', title: '已合并办理', text: '您反映的“{title}”与同一问题合并办理，进展一起通知' }],
  dispatch: [
    { to: 'followers', title: '已派到单位', text: '“{title}”由{unit}处置' },
    { to: 'unit', title: '新的派遣', text: '{title}，{address}，请签收' },
    { to: 'co_units', title: '请协办', text: '{title}，{address}' },
  ],
  arbitrate: [
    { to: 'followers', title: '已派到单位', text: '“{title}”由{unit}处置' },
    { to: 'unit', title: '联席裁定', text: '{title}由你单位办理：{note}' },
    { to: 'co_units', title: '请协办', text: '{title}，{address}' },
  ],
  split: [{ to: 'co_units', title: '请协办', text: '{title}：{note}' }],
  co_finish: [{ to: 'unit', title: '协办已完成', text: '{title}：{note}' }],
  co_again: [{ to: 'co_units', title: '协办需重做', text: '{title}：{note}' }],
  co_release: [{ to: 'unit', title: '协办已取消', text: '{title}：{note}' }],
  return: [
    { to: 'dispatchers', title: '单位退回', text: '{title}：{note}' },
    { to: 'area_leaders', title: '单位退回', text: '{title}：{note}' },
  ],
  reassign: [{ to: 'unit', title: '改派到本单位', text: '{title}，请签收' }],
  ask_extend: [{ to: 'dispatchers', title: '申请延期', text: '{title}：{note}' }],
  extend: [{ to: 'followers', title: '时限延长', text: '{title}：{note}' }],
  extend_again: [{ to: 'followers', title: '时限再次延长', text: '{title}：{note}' }],
  suspend: [{ to: 'followers', title: '暂缓办理', text: '{title}：{note}' }],
  resume: [{ to: 'unit', title: '恢复办理', text: '{title}' }],
  handle: [
    { to: 'followers', title: '处置完成', text: '“{title}”已处置，正在核查' },
    { to: 'verifiers', title: '待核查', text: '{title}，{address}' },
  ],
  serve: [
    { to: 'followers', title: '处置完成', text: '“{title}”已由志愿者处置，正在核查' },
    { to: 'unit', title: '志愿者已处置', text: '{title}：{note}' },
    { to: 'verifiers', title: '待核查', text: '{title}，{address}' },
  ],
  redo: [{ to: 'unit', title: '返工', text: '{title}：{note}' }],
  close: [{ to: 'followers', title: '已办结', text: '“{title}”已办结，请您看看前后照片并评价' }],
  ask_reopen: [{ to: 'reviewers', title: '申请重办', text: '{title}：{note}' }],
  reopen: [
    { to: 'followers', title: '同意重办', text: '“{title}”重新处置' },
    { to: 'unit', title: '重新处置', text: '{title}：{note}' },
  ],
  deny_reopen: [{ to: 'followers', title: '没有同意重办', text: '{title}：{note}' }],
  transfer: [{ to: 'followers', title: '已转其他部门', text: '{title}：{note}' }],
  settle: [{ to: 'followers', title: '其他部门已办结', text: '{title}：{note}' }],
  take_back: [{ to: 'followers', title: '收回由本县办理', text: '{title}：{note}' }],
  nudge: [{ to: 'unit', title: '市民催办', text: '{title}，已过承诺时间' }],
}

const ENDS: readonly CaseEventKind[] = ['close', 'reject', 'lapse', 'settle', 'transfer', 'deny_reopen']

/** Under which subscription a follower hears of a step: an end, a question to them, or one more step. */
export const messageKindOf = (kind: CaseEventKind): MessageKind =>
  kind === 'ask_more' ? 'more' : ENDS.includes(kind) ? 'result' : 'progress'

export type Facts = { title: string; number: string; address: string; unit: string; note: string }

/** Fills the words of a case in. */
export const tellText = (text: string, facts: Facts) => filled(text, facts)
