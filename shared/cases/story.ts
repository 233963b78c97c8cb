import { momentZh } from '../kit/time'
import type { RejectReason, SuspendReason, Urgency } from './states'
import { CASE_ENTRIES, type CaseEntry, type CaseEventKind, type Party, transitionOf } from './transitions'
import { REJECT_REASON_ZH, SUSPEND_REASON_ZH, URGENCY_ZH } from './words'

/** What a move set, kept in the journal as it was at that moment. */
export type Payload = {
  readonly unitZh?: string
  /** 协办 units that a step is about. */
  readonly coUnitsZh?: readonly string[]
  /** The unit a return says it belongs to. */
  readonly proposedZh?: string
  readonly leadZh?: string
  readonly categoryZh?: string
  readonly urgency?: Urgency
  readonly conditions?: readonly string[]
  readonly dueAt?: string
  readonly newDueAt?: string
  readonly reviewAt?: string
  readonly rejectReason?: RejectReason
  readonly suspendReason?: SuspendReason
  readonly target?: string
  readonly externalNumber?: string
  readonly photoWaiver?: string
  readonly masterNumber?: string
  readonly photos?: number
  readonly accuracyM?: number
  /** 性质 at the very beginning, and the word that raised it. */
  readonly raisedTo?: Urgency
  readonly raisedBy?: string
  /** Metres between the phone and the case; for the doubts, not for the story. */
  readonly distanceM?: number
}

type Told = { readonly zh: string; readonly mine?: string } | null

/** The journal as a citizen reads it; null is a step inside the house. `mine` is said to whoever did it. */
const TOLD: Record<CaseEventKind, Told> = {
  report: { zh: '市民反映了问题', mine: '您提交了问题' },
  file_direct: { zh: '巡访员发现了问题' },
  send_verify: { zh: '已派人现场核实' },
  report_back: { zh: '现场已核实' },
  ask_more: { zh: '请您补充' },
  lapse: { zh: '未受理' },
  supplement: { zh: '反映人补充了情况', mine: '您补充了情况' },
  file: { zh: '已受理' },
  reject: { zh: '未受理' },
  object: { zh: '反映人提出异议', mine: '您提出了异议' },
  merge: { zh: '与同一问题合并办理' },
  unmerge: { zh: '恢复单独办理' },
  dispatch: { zh: '已派到单位' },
  arbitrate: { zh: '联席裁定后派到单位' },
  split: { zh: '增加了协办单位' },
  co_finish: { zh: '协办单位已完成' },
  co_again: null,
  co_release: null,
  sign: { zh: '单位已签收，正在处置' },
  return: null,
  reassign: { zh: '已改派单位' },
  ask_extend: null,
  extend: { zh: '延长了时限' },
  extend_again: { zh: '再次延长了时限' },
  suspend: { zh: '暂缓办理' },
  resume: { zh: '恢复办理' },
  handle: { zh: '处置完成，等待核查' },
  serve: { zh: '志愿者处置完成，等待核查' },
  redo: { zh: '核查没有通过，单位重新处置' },
  close: { zh: '已办结' },
  ask_reopen: { zh: '市民申请重办', mine: '您申请了重办' },
  reopen: { zh: '同意重办，单位重新处置' },
  deny_reopen: { zh: '没有同意重办' },
  transfer: { zh: '已转其他部门' },
  follow_up: null,
  settle: { zh: '其他部门已办结' },
  take_back: { zh: '收回由本县办理' },
  withdraw: { zh: '已撤回', mine: '您撤回了反映' },
  reclass: null,
  nudge: { zh: '市民催办', mine: '您催办了一次' },
}

const isEntry = (kind: CaseEventKind): kind is CaseEntry => kind in CASE_ENTRIES

export const eventZh = (kind: CaseEventKind) => (isEntry(kind) ? CASE_ENTRIES[kind].zh : transitionOf(kind).zh)

/** The sentence for a citizen, null where the step is not theirs to read. */
export const toldZh = (kind: CaseEventKind, mine: boolean) => {
  const told = TOLD[kind]
  return told === null ? null : ((mine ? told.mine : undefined) ?? told.zh)
}

/** Notes of the office and the units are read by citizens only where the table of moves says so. */
export const isNoteTold = (kind: CaseEventKind, mine: boolean) =>
  mine || (!isEntry(kind) && transitionOf(kind).tells === true)

type Say = (payload: Payload, at: (iso: string) => string) => string | number | undefined | false

const isHurried = (urgency: Urgency | undefined) => urgency !== undefined && urgency !== 'general'

/** One phrase for each thing a step can set, in the order they are read. */
const DETAILS: readonly Say[] = [
  ({ categoryZh, urgency }) =>
    categoryZh && `类别：${categoryZh}${isHurried(urgency) ? ` · ${URGENCY_ZH[urgency ?? 'general']}` : ''}`,
  ({ leadZh }) => leadZh && `牵头：${leadZh}`,
  ({ unitZh }) => unitZh && `处置：${unitZh}`,
  ({ coUnitsZh }) => coUnitsZh?.length && `协办：${coUnitsZh.join('、')}`,
  ({ proposedZh }) => proposedZh && `建议派给：${proposedZh}`,
  ({ dueAt }, at) => dueAt && `承诺 ${at(dueAt)} 前`,
  ({ newDueAt }, at) => newDueAt && `新时限 ${at(newDueAt)}`,
  ({ rejectReason }) => rejectReason && `理由：${REJECT_REASON_ZH[rejectReason]}`,
  ({ suspendReason }) => suspendReason && `原因：${SUSPEND_REASON_ZH[suspendReason]}`,
  ({ reviewAt }, at) => reviewAt && `${at(reviewAt)} 复查`,
  ({ target, externalNumber }) => target && `转到：${target}${externalNumber ? `（${externalNumber}）` : ''}`,
  ({ masterNumber }) => masterNumber && `并入 ${masterNumber}`,
  ({ conditions }) => conditions?.join('；'),
  ({ photoWaiver }) => photoWaiver && `无照片：${photoWaiver}`,
  ({ photos }) => photos !== undefined && `照片 ${photos} 张`,
  ({ raisedTo, raisedBy }) => raisedTo && raisedBy && `文字里有“${raisedBy}”，先按${URGENCY_ZH[raisedTo]}`,
  ({ accuracyM }) => accuracyM !== undefined && `位置误差约 ${Math.round(accuracyM)} 米`,
]

/** What the step set, in one line of words. */
export function detailZh(payload: Payload, now: Date) {
  const at = (iso: string) => momentZh(new Date(iso), now)
  return DETAILS.map((say) => say(payload, at))
    .filter(Boolean)
    .join('，')
}

/** Who a step is said to be by: a unit or an office, never a person. */
export const PARTY_ZH: Record<Exclude<Party, 'unit' | 'co_unit'>, string> = {
  reporter: '反映人',
  follower: '附议人',
  triage: '创建办审核员',
  dispatcher: '创建办派遣员',
  inspector: '巡访员',
  independent: '巡访员',
  area_leader: '包片领导',
  office: '创建办',
  other_office: '创建办',
  volunteers: '志愿服务队',
  clock: '系统',
}
