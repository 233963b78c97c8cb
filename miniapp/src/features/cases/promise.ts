import type { MyCaseView } from '@shared/cases/contract'
import type { CaseState } from '@shared/cases/states'
import { dayZh, durationZh, MINUTE_MS, momentZh } from '@shared/kit/time'

type Promised = Pick<MyCaseView, 'state' | 'gridZh' | 'unitZh' | 'dueAt' | 'stageDueAt' | 'endedAt'>
type Row = {
  readonly before: (c: Promised) => string
  readonly after: string
  readonly due: 'dueAt' | 'stageDueAt'
  /** Over the large figure of the progress page. */
  readonly left: string
}

/** Every open state says who and by when; never a bare 处理中. */
const PROMISES: { readonly [state in CaseState]?: Row } = {
  submitted: { before: () => '已收到，承诺', after: '前受理', due: 'stageDueAt', left: '距承诺受理时间还有' },
  verifying: { before: () => '已派人去看，承诺', after: '前回报', due: 'stageDueAt', left: '距现场回报还有' },
  supplement: { before: () => '请在', after: '前补充', due: 'stageDueAt', left: '距补充截止还有' },
  filed: { before: () => '已受理，承诺', after: '前派到单位', due: 'stageDueAt', left: '距承诺派单时间还有' },
  dispatched: { before: sentTo, after: '前处置', due: 'dueAt', left: '距承诺处置时间还有' },
  processing: { before: sentTo, after: '前处置', due: 'dueAt', left: '距承诺处置时间还有' },
  suspended: { before: () => '暂缓办理，', after: '复查', due: 'stageDueAt', left: '距复查还有' },
  handled: { before: () => '已处置，承诺', after: '前核查', due: 'stageDueAt', left: '距承诺核查时间还有' },
  reopen_req: { before: () => '已申请重办，承诺', after: '前答复', due: 'stageDueAt', left: '距承诺答复时间还有' },
}

function sentTo({ unitZh, gridZh }: Promised) {
  return `已派到 ${unitZh || gridZh}，承诺`
}

export type CasePromise = {
  readonly dueAt: Date
  readonly before: string
  readonly when: string
  readonly after: string
  readonly left: string
  readonly isLate: boolean
}

/** The one promised time of an open case; null where nothing is promised any more. */
export function promiseOf(c: Promised, now: Date): CasePromise | null {
  const row = PROMISES[c.state]
  const due = row && c[row.due]
  if (!row || !due) return null
  const dueAt = new Date(due)
  return {
    ...{ dueAt, after: row.after, left: row.left, before: row.before(c) },
    when: momentZh(dueAt, now),
    isLate: now > dueAt,
  }
}

/** Of a case that has ended: 昨天办结. */
export function endZh({ state, endedAt }: Promised, now: Date) {
  const word: { readonly [state in CaseState]?: string } = {
    closed: '办结',
    rejected: '答复：没有受理',
    merged: '与同一问题合并办理',
    transferred: '转到其他部门',
    withdrawn: '撤回',
  }
  return endedAt && word[state] ? `${dayZh(new Date(endedAt), now)}${word[state]}` : ''
}

type Figure = { readonly value: string; readonly unit: string }

/** 3 小时 20 分 as figures and units: two at most. */
export function figuresOf(ms: number): Figure[] {
  const minutes = Math.max(0, Math.floor(Math.abs(ms) / MINUTE_MS))
  const all = [
    { value: Math.floor(minutes / 1440), unit: '天' },
    { value: Math.floor((minutes % 1440) / 60), unit: '小时' },
    { value: minutes % 60, unit: '分' },
  ]
  const from = Math.max(
    0,
    all.findIndex(({ value }) => value > 0),
  )
  const two = minutes === 0 ? [{ value: 1, unit: '分' }] : all.slice(from, from + 2)
  return two.map(({ value, unit }) => ({ value: String(value), unit }))
}

/** 用时 6 小时 47 分，比承诺早 48 分 */
export function tookZh({ submittedAt, endedAt, handledAt, dueAt }: MyCaseView) {
  if (!endedAt) return ''
  const took = `用时 ${durationZh(minutesBetween(submittedAt, endedAt))}`
  if (!handledAt || !dueAt) return took
  const early = minutesBetween(handledAt, dueAt)
  return `${took}，比承诺${early >= 0 ? '早' : '晚'} ${durationZh(Math.abs(early))}`
}

const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MINUTE_MS
