import * as z from 'zod'
import { EVIDENCE_CLASSES } from '../attendance'
import { hoursZh } from '../words'
import { ID_KINDS } from './real-name'

/** One record as it stood when the paper was issued. */
export const CertificateLine = z.object({
  recordId: z.string(),
  activity: z.string(),
  /** YYYY-MM-DD in Shanghai. */
  day: z.string(),
  place: z.string(),
  content: z.string(),
  /** HH:MM in Shanghai. */
  from: z.string(),
  to: z.string(),
  minutes: z.number().int(),
  evidence: z.enum(EVIDENCE_CLASSES),
})
export type CertificateLine = z.output<typeof CertificateLine>

const Sum = z.object({ minutes: z.number().int(), hours: z.string() })
export const CertificateTotals = z.object({ measured: Sum, supplemented: Sum, all: Sum })
export type CertificateTotals = z.output<typeof CertificateTotals>

/** What is frozen and signed: 民政部令第67号 §14 and the fields of 民发〔2015〕149号, names and numbers of persons masked. */
export const Snapshot = z.object({
  kind: z.literal('志愿服务记录证明'),
  number: z.string(),
  holder: z.object({ name: z.string(), idKind: z.enum(ID_KINDS), id: z.string(), volunteerNumber: z.string() }),
  fromDay: z.string(),
  toDay: z.string(),
  unit: z.string(),
  head: z.string(),
  handler: z.string(),
  contact: z.string(),
  issuedDay: z.string(),
  issuedAt: z.string(),
  lines: z.array(CertificateLine),
  totals: CertificateTotals,
})
export type Snapshot = z.output<typeof Snapshot>

const sum = (lines: readonly CertificateLine[]) => {
  const minutes = lines.reduce((all, line) => all + line.minutes, 0)
  return { minutes, hours: hoursZh(minutes) }
}

/** 实测: shown by code or confirmed on the spot; 补录: filled in afterwards by two people. Hours are rounded down once. */
export const totalsOf = (lines: readonly CertificateLine[]): CertificateTotals => ({
  measured: sum(lines.filter(({ evidence }) => evidence !== 'supplemented')),
  supplemented: sum(lines.filter(({ evidence }) => evidence === 'supplemented')),
  all: sum(lines),
})

/** One text for one content: names in order, nothing between them (RFC 8785 for what a snapshot holds). */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder)

const inOrder = (_name: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
