import { CSV_BOM, csvLine } from '../kit/csv'
import { shanghai } from '../kit/time'
import type { CaseSource, CaseState } from './states'
import { CASE_SOURCE_ZH, CASE_STATE_ZH } from './words'

/** 台账 as it leaves the house: the case and its units, nothing of who reported it. */
export type LedgerRow = {
  readonly number: string
  readonly title: string
  readonly categoryZh: string
  readonly gridZh: string
  readonly addressZh: string
  readonly unitZh: string
  readonly state: CaseState
  readonly source: CaseSource
  readonly submittedAt: Date
  readonly filedAt: Date | null
  readonly dispatchedAt: Date | null
  readonly handledAt: Date | null
  readonly endedAt: Date | null
  readonly dueAt: Date | null
  readonly followers: number
  readonly reworks: number
}

/** More rows than this make a workbook that neither a browser nor an edge server should hold in memory. */
export const XLSX_ROWS_MAX = 20_000

export const tooManyRowsZh = (rows: number) =>
  `表格最多 ${XLSX_ROWS_MAX} 行，这次有 ${rows} 行。请缩小筛选范围，或改为导出 CSV`

const momentCell = (at: Date | null) => (at === null ? '' : `${shanghai(at).day} ${shanghai(at).clock}`)

/** Whether the unit answered by the promised time; nothing is said of a case that was promised none. */
export function onTimeZh({ state, dueAt, handledAt, endedAt }: LedgerRow, now: Date) {
  if (dueAt === null) return ''
  if (handledAt !== null) return handledAt <= dueAt ? '按时' : '逾期'
  if (endedAt !== null) return ''
  if (state === 'suspended') return '计时暂停'
  return now > dueAt ? '逾期' : '未到期'
}

type Column = {
  readonly zh: string
  /** Letters wide, for a workbook. */
  readonly width: number
  readonly of: (row: LedgerRow, now: Date) => string | number
}

// biome-ignore format: a table reads by its columns
export const LEDGER_COLUMNS: readonly Column[] = [
  { zh: '编号',     width: 18, of: (row) => row.number },
  { zh: '标题',     width: 30, of: (row) => row.title },
  { zh: '类别',     width: 16, of: (row) => row.categoryZh },
  { zh: '网格',     width: 14, of: (row) => row.gridZh },
  { zh: '地址',     width: 30, of: (row) => row.addressZh },
  { zh: '责任单位', width: 24, of: (row) => row.unitZh },
  { zh: '状态',     width: 10, of: (row) => CASE_STATE_ZH[row.state] },
  { zh: '来源',     width: 12, of: (row) => CASE_SOURCE_ZH[row.source] },
  { zh: '上报时间', width: 17, of: (row) => momentCell(row.submittedAt) },
  { zh: '立案时间', width: 17, of: (row) => momentCell(row.filedAt) },
  { zh: '派遣时间', width: 17, of: (row) => momentCell(row.dispatchedAt) },
  { zh: '反馈时间', width: 17, of: (row) => momentCell(row.handledAt) },
  { zh: '结束时间', width: 17, of: (row) => momentCell(row.endedAt) },
  { zh: '承诺时间', width: 17, of: (row) => momentCell(row.dueAt) },
  { zh: '是否按时', width: 10, of: onTimeZh },
  { zh: '反映人数', width: 10, of: (row) => row.followers },
  { zh: '返工次数', width: 10, of: (row) => row.reworks },
]

/** Begins with the byte order mark that Excel takes for UTF-8. */
export const csvHead = `${CSV_BOM}${csvLine(LEDGER_COLUMNS.map(({ zh }) => zh))}`

export const csvRows = (rows: readonly LedgerRow[], now: Date) =>
  rows.map((row) => csvLine(LEDGER_COLUMNS.map(({ of }) => of(row, now)))).join('')
