import type { Attendance } from './attendance'

/** 服务记录 as its volunteer reads it. */
export const RECORD_STATES = ['serving', 'pending', 'no_check_out', 'confirmed'] as const
export type RecordState = (typeof RECORD_STATES)[number]

export function recordState(attendance: Attendance, isRecorded: boolean, shiftEndsAt: Date, now: Date): RecordState {
  if (isRecorded) return 'confirmed'
  if (attendance.state === 'out') return 'pending'
  return now < shiftEndsAt ? 'serving' : 'no_check_out'
}

/** 时长账: what moves a person's minutes; corrections are a reverse and a new grant. */
export const LEDGER_KINDS = ['grant', 'reverse', 'adjust', 'opening', 'transfer_in'] as const

/** The last `count` months up to this one, as YYYY-MM, oldest first. */
export function monthsTo({ year, month }: { readonly year: number; readonly month: number }, count: number) {
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + (month - 1) - (count - 1 - i)
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
