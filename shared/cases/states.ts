/** 案件状态. 综合评价, 挂牌/销号, 曝光 and 奖励 are separate records: a case can be closed and not yet 销号. */
export const CASE_STATES = [
  'submitted',
  'verifying',
  'supplement',
  'filed',
  'dispatched',
  'processing',
  'suspended',
  'handled',
  'reopen_req',
  'closed',
  'rejected',
  'merged',
  'transferred',
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** Still somebody's work. */
export const OPEN_STATES = [
  'submitted',
  'verifying',
  'supplement',
  'filed',
  'dispatched',
  'processing',
  'suspended',
  'handled',
  'reopen_req',
] as const satisfies readonly CaseState[]

/** The clock of the stage stands still: the reporter, or money, season and ownership, are waited for. */
export const PAUSED_STATES = ['supplement', 'suspended'] as const satisfies readonly CaseState[]

export const isOpen = (state: CaseState) => (OPEN_STATES as readonly CaseState[]).includes(state)
export const isPaused = (state: CaseState) => (PAUSED_STATES as readonly CaseState[]).includes(state)

/** 性质: decides the hurry of dispatch and, where the category has one, the short limit. */
export const URGENCIES = ['general', 'hazard', 'emergency'] as const
export type Urgency = (typeof URGENCIES)[number]

export const CASE_SOURCES = [
  'wechat',
  'h5',
  'phone',
  'email',
  'patrol',
  'street_walk',
  'media',
  'superior',
  'open311',
] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** 不予立案理由 */
export const REJECT_REASONS = ['not_ours', 'untrue', 'unverifiable', 'too_little', 'not_public'] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** 挂账理由 */
export const SUSPEND_REASONS = ['money', 'season', 'construction', 'ownership'] as const
export type SuspendReason = (typeof SUSPEND_REASONS)[number]
