import type { Level } from './clocks'
import type { CaseSource, CaseState, RejectReason, SuspendReason, Urgency } from './states'

/** What the desk says. */
export const CASE_STATE_ZH: Record<CaseState, string> = {
  submitted: '待受理',
  verifying: '现场核实',
  supplement: '待补充',
  filed: '待派遣',
  dispatched: '待签收',
  processing: '处置中',
  suspended: '挂账',
  handled: '待核查',
  reopen_req: '申请重办',
  closed: '已结案',
  rejected: '不予立案',
  merged: '已并案',
  transferred: '已转外部',
  withdrawn: '已撤回',
}

/** What a citizen reads. */
export const CASE_STATE_CITIZEN_ZH: Record<CaseState, string> = {
  submitted: '已收到',
  verifying: '现场核实',
  supplement: '请您补充',
  filed: '已受理',
  dispatched: '已派单',
  processing: '处置中',
  suspended: '暂缓办理',
  handled: '已整改，核查中',
  reopen_req: '申请重办',
  closed: '已办结',
  rejected: '未受理',
  merged: '合并办理',
  transferred: '已转其他部门',
  withdrawn: '已撤回',
}

export const URGENCY_ZH: Record<Urgency, string> = { general: '一般', hazard: '安全隐患', emergency: '应急' }

export const CASE_SOURCE_ZH: Record<CaseSource, string> = {
  wechat: '小程序',
  h5: '网页',
  phone: '电话',
  email: '邮箱',
  patrol: '巡访',
  street_walk: '周上街',
  media: '媒体',
  superior: '上级交办',
  open311: '第三方平台',
}

export const REJECT_REASON_ZH: Record<RejectReason, string> = {
  not_ours: '不属于本县职责',
  untrue: '与实际不符',
  unverifiable: '无法核实',
  too_little: '资料不足',
  not_public: '不属于公共问题',
}

export const SUSPEND_REASON_ZH: Record<SuspendReason, string> = {
  money: '资金未落实',
  season: '季节原因',
  construction: '正在施工',
  ownership: '权属未定',
}

export const LEVEL_ZH: Record<Level, string> = {
  calm: '时限充足',
  notice: '过半',
  soon: '临期',
  overdue: '逾期',
  overdue3: '严重逾期',
  paused: '计时暂停',
  met: '按时完成',
}

/** The five steps a citizen sees, and where each state stands on them (0 to 4). */
export const STEPS_ZH = ['已收到', '已受理', '处置中', '核查', '办结'] as const
export const STEP_OF: Record<CaseState, number> = {
  submitted: 0,
  verifying: 0,
  supplement: 0,
  filed: 1,
  dispatched: 1,
  processing: 2,
  suspended: 2,
  handled: 3,
  reopen_req: 3,
  closed: 4,
  rejected: 4,
  merged: 4,
  transferred: 4,
  withdrawn: 4,
}

/** In the place of words the reporter took back. */
export const HIDDEN_ZH = '反映人已隐藏文字'

/** 评价: five faces with words; the lowest leads on to asking for a redo. */
export const SCORE_ZH = ['没解决', '一般', '还行', '满意', '很满意'] as const
export const RATING_TAGS = [
  '处理得快',
  '修得结实',
  '现场清理干净',
  '有人回访',
  '态度好',
  '没有修好',
  '等得太久',
] as const
