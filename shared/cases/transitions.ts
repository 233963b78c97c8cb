import type { CaseState } from './states'

/**
 * Who makes a move: a role within its scope, or a part played in this very case.
 * `unit` is a handler of the case's unit (主办), `co_unit` one of a unit that helps (协办) and has not answered yet, `inspector` the patroller sent to look, `independent` a verifier who neither handled the case
 * nor works for its unit, `volunteers` whoever led the 志愿服务 that was ordered for the case, `other_office` an office member other than the one whose decision is questioned, `clock` the house itself.
 */
export const PARTIES = [
  'reporter',
  'follower',
  'triage',
  'dispatcher',
  'unit',
  'co_unit',
  'inspector',
  'independent',
  'area_leader',
  'office',
  'other_office',
  'volunteers',
  'clock',
] as const
export type Party = (typeof PARTIES)[number]

/** `proof` is photos, or in words why there are none; `photos` is photos. */
export const NEEDS = [
  'note',
  'photos',
  'proof',
  'condition',
  'category',
  'grid',
  'unit',
  'coUnits',
  'inspector',
  'master',
  'rejectReason',
  'suspendReason',
  'reviewAt',
  'newDueAt',
  'target',
] as const
export type Need = (typeof NEEDS)[number]

/** How often or how long a move stays open; all figures are settings of `CASE_LIMITS`. */
export type Guard =
  | 'objection'
  | 'return'
  | 'undisputed'
  | 'disputed'
  | 'co_waiting'
  | 'co_done'
  | 'co_finished'
  | 'co_room'
  | 'followed_up'
  | 'extension'
  | 'second_extension'
  | 'reopening'
  | 'unmerge'
  | 'nudge'
/** What happens to the deadlines: see `clocks.ts`. */
export type ClockEffect =
  | 'accept'
  | 'inspect'
  | 'wait_reporter'
  | 'file'
  | 'dispatch'
  | 'redispatch'
  | 'reclass'
  | 'sign'
  | 'keep'
  | 'extend'
  | 'pause'
  | 'resume'
  | 'verify'
  | 'redo'
  | 'reopen_ask'
  | 'reopen'
  | 'follow_up'
  | 'stop'
export type Transition = {
  readonly zh: string
  /** The row of the county's case rules this is. */
  readonly row: number
  readonly from: readonly CaseState[]
  /** `same` keeps the state, `before` goes back to the one a merge left. */
  readonly to: CaseState | 'same' | 'before'
  readonly by: readonly Party[]
  readonly needs: readonly Need[]
  readonly clock: ClockEffect
  readonly guard?: Guard
  /** The note is for the public side too; other notes stay inside. */
  readonly tells?: true
}

const OPEN = [
  'submitted',
  'verifying',
  'supplement',
  'filed',
  'dispatched',
  'processing',
  'suspended',
  'handled',
] as const
const OFFICE_OPEN = ['submitted', 'verifying'] as const

/** 问题流转: the whole life of a case after it came in. Guards, buttons, deadlines and tests all read this table. */
// biome-ignore format: a table reads by its columns
export const CASE_TRANSITIONS = {
  send_verify:  { row: 3,  zh: '派核实',     from: ['submitted'],          to: 'verifying',   by: ['triage'],               needs: ['inspector'],               clock: 'inspect' },
  report_back:  { row: 3,  zh: '核实回报',   from: ['verifying'],          to: 'submitted',   by: ['inspector', 'clock'],   needs: ['note'],                    clock: 'accept' },
  ask_more:     { row: 4,  zh: '要求补充',   from: OFFICE_OPEN,            to: 'supplement',  by: ['triage'],               needs: ['note'],                    clock: 'wait_reporter', tells: true },
  lapse:        { row: 4,  zh: '逾期未补充', from: ['supplement'],         to: 'rejected',    by: ['clock'],                needs: [],                          clock: 'stop', tells: true },
  supplement:   { row: 5,  zh: '补充',       from: ['supplement'],         to: 'submitted',   by: ['reporter'],             needs: ['note'],                    clock: 'accept' },
  file:         { row: 6,  zh: '立案',       from: OFFICE_OPEN,            to: 'filed',       by: ['triage'],               needs: ['condition', 'category', 'grid'], clock: 'file' },
  reject:       { row: 7,  zh: '不予立案',   from: OFFICE_OPEN,            to: 'rejected',    by: ['triage'],               needs: ['rejectReason', 'note'],    clock: 'stop', tells: true },
  object:       { row: 7,  zh: '提出异议',   from: ['rejected'],           to: 'submitted',   by: ['reporter'],             needs: ['note'],                    clock: 'accept', guard: 'objection' },
  merge:        { row: 8,  zh: '并案',       from: OPEN,                   to: 'merged',      by: ['triage'],               needs: ['master'],                  clock: 'stop' },
  unmerge:      { row: 8,  zh: '撤销并案',   from: ['merged'],             to: 'before',      by: ['triage'],               needs: ['note'],                    clock: 'keep', guard: 'unmerge' },
  dispatch:     { row: 9,  zh: '派遣',       from: ['filed'],              to: 'dispatched',  by: ['dispatcher'],           needs: ['unit'],                    clock: 'dispatch', guard: 'undisputed' },
  arbitrate:    { row: 11, zh: '联席裁定',   from: ['filed'],              to: 'dispatched',  by: ['office', 'area_leader'], needs: ['unit', 'note'],           clock: 'dispatch', guard: 'disputed' },
  sign:         { row: 10, zh: '签收',       from: ['dispatched'],         to: 'processing',  by: ['unit'],                 needs: [],                          clock: 'sign' },
  return:       { row: 11, zh: '退回',       from: ['dispatched'],         to: 'filed',       by: ['unit'],                 needs: ['note'],                    clock: 'file', guard: 'return' },
  reassign:     { row: 12, zh: '改派',       from: ['processing'],         to: 'dispatched',  by: ['dispatcher'],           needs: ['note', 'unit'],            clock: 'redispatch' },
  split:        { row: 9,  zh: '增加协办',   from: ['dispatched', 'processing'], to: 'same',  by: ['dispatcher'],           needs: ['coUnits', 'note'],         clock: 'keep', guard: 'co_room' },
  co_finish:    { row: 16, zh: '协办完成',   from: ['dispatched', 'processing'], to: 'same',  by: ['co_unit'],              needs: ['note', 'proof'],           clock: 'keep' },
  co_again:     { row: 17, zh: '协办重做',   from: ['processing'],         to: 'same',        by: ['unit', 'dispatcher'],   needs: ['coUnits', 'note'],         clock: 'keep', guard: 'co_done' },
  co_release:   { row: 9,  zh: '取消协办',   from: ['dispatched', 'processing'], to: 'same',  by: ['dispatcher'],           needs: ['coUnits', 'note'],         clock: 'keep', guard: 'co_waiting' },
  ask_extend:   { row: 13, zh: '申请延期',   from: ['processing'],         to: 'same',        by: ['unit'],                 needs: ['note', 'newDueAt'],        clock: 'keep', guard: 'extension' },
  extend:       { row: 13, zh: '同意延期',   from: ['processing'],         to: 'same',        by: ['dispatcher'],           needs: ['note', 'newDueAt'],        clock: 'extend', guard: 'extension', tells: true },
  extend_again: { row: 13, zh: '二次延期',   from: ['processing'],         to: 'same',        by: ['area_leader'],          needs: ['note', 'newDueAt'],        clock: 'extend', guard: 'second_extension', tells: true },
  suspend:      { row: 14, zh: '挂账',       from: ['processing'],         to: 'suspended',   by: ['office'],               needs: ['suspendReason', 'reviewAt', 'note'], clock: 'pause', tells: true },
  resume:       { row: 15, zh: '恢复办理',   from: ['suspended'],          to: 'processing',  by: ['office', 'clock'],      needs: [],                          clock: 'resume' },
  handle:       { row: 16, zh: '反馈',       from: ['processing'],         to: 'handled',     by: ['unit'],                 needs: ['note', 'proof'],           clock: 'verify', guard: 'co_finished', tells: true },
  serve:        { row: 16, zh: '志愿服务反馈', from: ['dispatched', 'processing'], to: 'handled', by: ['volunteers'],    needs: ['note', 'photos'],          clock: 'verify', guard: 'co_finished', tells: true },
  redo:         { row: 17, zh: '返工',       from: ['handled'],            to: 'processing',  by: ['independent'],          needs: ['note', 'photos'],          clock: 'redo' },
  close:        { row: 18, zh: '核查结案',   from: ['handled'],            to: 'closed',      by: ['independent'],          needs: ['condition', 'proof'],      clock: 'stop', tells: true },
  ask_reopen:   { row: 19, zh: '申请重办',   from: ['closed'],             to: 'reopen_req',  by: ['reporter', 'follower'], needs: ['note', 'photos'],          clock: 'reopen_ask', guard: 'reopening' },
  reopen:       { row: 20, zh: '同意重办',   from: ['reopen_req'],         to: 'processing',  by: ['other_office'],         needs: ['note'],                    clock: 'reopen', tells: true },
  deny_reopen:  { row: 20, zh: '不同意重办', from: ['reopen_req'],         to: 'closed',      by: ['other_office'],         needs: ['note'],                    clock: 'stop', tells: true },
  transfer:     { row: 21, zh: '转外部',     from: ['filed', 'dispatched', 'processing'], to: 'transferred', by: ['dispatcher'], needs: ['target', 'note'],       clock: 'follow_up', tells: true },
  follow_up:    { row: 21, zh: '跟踪未果',   from: ['transferred'],        to: 'same',        by: ['dispatcher'],           needs: ['note'],                    clock: 'follow_up', guard: 'followed_up' },
  settle:       { row: 21, zh: '外部办结',   from: ['transferred'],        to: 'same',        by: ['dispatcher'],           needs: ['note'],                    clock: 'stop', guard: 'followed_up', tells: true },
  take_back:    { row: 21, zh: '收回办理',   from: ['transferred'],        to: 'filed',       by: ['dispatcher'],           needs: ['note'],                    clock: 'file', guard: 'followed_up', tells: true },
  withdraw:     { row: 22, zh: '撤回',       from: ['submitted', 'verifying', 'supplement'], to: 'withdrawn', by: ['reporter'], needs: [],                          clock: 'stop' },
  reclass:      { row: 23, zh: '改类',       from: OPEN,                   to: 'same',        by: ['triage'],               needs: ['note', 'category'],        clock: 'reclass' },
  nudge:        { row: 10, zh: '催办',       from: ['filed', 'dispatched', 'processing'], to: 'same', by: ['reporter', 'follower'], needs: [],                     clock: 'keep', guard: 'nudge' },
} as const satisfies Record<string, Transition>

export type CaseMove = keyof typeof CASE_TRANSITIONS
/** Moves that say the work is done, by the unit or by volunteers: their photos show the place afterwards. */
export const FEEDBACKS: readonly string[] = ['handle', 'serve'] satisfies readonly CaseMove[]
export const CASE_MOVES = Object.keys(CASE_TRANSITIONS) as [CaseMove, ...CaseMove[]]

/** The row of a move with its optional columns. */
export const transitionOf = (move: CaseMove): Transition => CASE_TRANSITIONS[move]

/** How a case comes in: rows 1 and 2. A patroller or a leader on 周上街 files at once what was seen with own eyes. */
// biome-ignore format: a table reads by its columns
export const CASE_ENTRIES = {
  report:      { row: 1, zh: '上报',     to: 'submitted', by: ['citizen'],                  needs: ['category', 'photos'],               clock: 'accept' },
  file_direct: { row: 2, zh: '巡查直立', to: 'filed',     by: ['verifier', 'area_leader'],  needs: ['category', 'photos', 'condition'], clock: 'file' },
} as const
export type CaseEntry = keyof typeof CASE_ENTRIES
export const CASE_EVENT_KINDS = [...(Object.keys(CASE_ENTRIES) as CaseEntry[]), ...CASE_MOVES] as [
  CaseEntry | CaseMove,
  ...(CaseEntry | CaseMove)[],
]
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]
