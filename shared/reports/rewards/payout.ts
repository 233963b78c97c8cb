import { CSV_BOM, csvLine } from '../../kit/csv'
import type { PayeeWay } from './moves'
import { PAYEE_WAY_ZH } from './words'

/** 发放清单: what the one who pays needs and nothing more. */
export type PayoutRow = {
  readonly rewardId: string
  readonly caseNumber: string
  readonly payeeName: string
  readonly payeeWay: PayeeWay
  readonly openid: string
  readonly fen: number
}

type Column = { readonly zh: string; readonly of: (row: PayoutRow) => string | number }

// biome-ignore format: a table reads by its columns
export const PAYOUT_COLUMNS: readonly Column[] = [
  { zh: '奖励编号',   of: (row) => row.rewardId },
  { zh: '案件编号',   of: (row) => row.caseNumber },
  { zh: '收款人',     of: (row) => row.payeeName },
  { zh: '领取方式',   of: (row) => PAYEE_WAY_ZH[row.payeeWay] },
  { zh: '微信标识',   of: (row) => row.openid },
  { zh: '金额（元）', of: (row) => (row.fen / 100).toFixed(2) },
]

export const payoutCsv = (rows: readonly PayoutRow[]) =>
  `${CSV_BOM}${csvLine(PAYOUT_COLUMNS.map(({ zh }) => zh))}${rows
    .map((row) => csvLine(PAYOUT_COLUMNS.map(({ of }) => of(row))))
    .join('')}`
