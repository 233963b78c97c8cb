import { CSV_BOM, csvLine } from '../../kit/csv'
import { shanghai } from '../../kit/time'
import type { EvidenceClass } from '../attendance'
import { EVIDENCE_ZH } from '../words'
import { HOURS_CLASS_ZH } from './words'

export type RecordFields = {
  readonly number: string
  readonly name: string
  readonly title: string
  readonly servedFrom: Date
  readonly servedTo: Date
  readonly placeZh: string
  readonly content: string
  readonly minutes: number
  readonly evidence: EvidenceClass
  readonly teamName: string
  readonly leaderZh: string
  readonly confirmedAt: Date
}

const moment = (at: Date) => `${shanghai(at).day} ${shanghai(at).clock}`
/** The unit of the regulation is the hour: one decimal, rounded down, with the minutes beside it. */
const hours = (minutes: number) => (Math.floor(minutes / 6) / 10).toFixed(1)
const classOf = (evidence: EvidenceClass) => (evidence === 'supplemented' ? 'supplemented' : 'measured')

/** 67号令 §7 in its order; of §5, §8–10 what the house does not keep stands as an empty column. */
// biome-ignore format: a table reads by its columns
const COLUMNS: readonly { readonly zh: string; readonly of: (row: RecordFields) => string | number }[] = [
  { zh: '志愿者编号',     of: ({ number }) => number },
  { zh: '姓名',           of: ({ name }) => name },
  { zh: '活动名称',       of: ({ title }) => title },
  { zh: '开始时间',       of: ({ servedFrom }) => moment(servedFrom) },
  { zh: '结束时间',       of: ({ servedTo }) => moment(servedTo) },
  { zh: '地点',           of: ({ placeZh }) => placeZh },
  { zh: '服务内容',       of: ({ content }) => content },
  { zh: '服务时间（小时）', of: ({ minutes }) => hours(minutes) },
  { zh: '服务时间（分钟）', of: ({ minutes }) => minutes },
  { zh: '时长类别',       of: ({ evidence }) => HOURS_CLASS_ZH[classOf(evidence)] },
  { zh: '证据等级',       of: ({ evidence }) => EVIDENCE_ZH[evidence] },
  { zh: '组织单位',       of: ({ teamName }) => teamName },
  { zh: '活动负责人',     of: ({ leaderZh }) => leaderZh },
  { zh: '认定时间',       of: ({ confirmedAt }) => moment(confirmedAt) },
  { zh: '培训（未记）',   of: () => '' },
  { zh: '表彰奖励（未记）', of: () => '' },
  { zh: '服务评价（未记）', of: () => '' },
]

export const recordsHead = `${CSV_BOM}${csvLine(COLUMNS.map(({ zh }) => zh))}`
export const recordsLines = (rows: readonly RecordFields[]) =>
  rows.map((row) => csvLine(COLUMNS.map(({ of }) => of(row)))).join('')
