import { shanghai } from '../../kit/time'
import type { EvidenceClass } from '../attendance'

/** One row of the hours ledger as the journal tells it. */
export type JournalRow = {
  readonly seq: number
  readonly kind: string
  readonly minutes: number
  readonly evidence: EvidenceClass
  readonly number: string
  readonly teamId: string | null
  readonly hash: string
  readonly at: Date
}

const accountsOf = ({ number, evidence, teamId, kind }: JournalRow) => {
  const source = kind === 'opening' || kind === 'transfer_in' ? `equity:${kind}` : `income:team:${teamId ?? 'none'}`
  return [`assets:volunteer:${number}:${evidence}`, source] as const
}

/** What the file declares before its entries, so a strict reader accepts every name in it. */
export const journalHead = (accounts: readonly string[]) =>
  [
    '; 志愿服务时长账，单位：分钟',
    'commodity 1. MIN',
    ...[...accounts].sort().map((name) => `account ${name}`),
    '',
    '',
  ].join('\n')

/** All accounts of these rows, each once. */
export const journalAccounts = (rows: readonly JournalRow[]) => new Set(rows.flatMap(accountsOf))

/** A transaction a row: what the volunteer's account gains, the team's gives. */
export function journalEntry(row: JournalRow) {
  const [to, from] = accountsOf(row)
  return [
    `${shanghai(row.at).day} (${row.seq}) ${row.kind}  ; hash:${row.hash}`,
    `    ${to}  ${row.minutes} MIN`,
    `    ${from}  ${-row.minutes} MIN`,
    '',
    '',
  ].join('\n')
}
