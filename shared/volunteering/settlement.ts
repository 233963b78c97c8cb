import { type Refusal, refuse } from '../kit/refusal'
import type { EvidenceClass } from './attendance'
import type { PresenceNow } from './check-ins'
import { countedSpan, creditedMinutes, rawMinutes } from './minutes'

/** 服务记录 of one sign-up, computed here and nowhere else. */
type RecordDraft = {
  readonly signUpId: string
  readonly version: number
  readonly from: Date
  readonly to: Date
  readonly rawMinutes: number
  readonly creditedMinutes: number
  readonly evidence: EvidenceClass
  readonly isAutoClosed: boolean
}
type Absence = { readonly signUpId: string; readonly version: number }

declare const decided: unique symbol
/** Minted only by `decideSettlement`, and the only thing `recordSettlement` accepts. */
export type SettlementDecision = {
  readonly shiftId: string
  readonly records: readonly RecordDraft[]
  readonly absences: readonly Absence[]
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/**
 * 确认名单: hours of everyone who came and left. Before the end only those who have left already;
 * after it nobody may be left inside, and whoever never came is marked so. A leader's own hours wait for a second person.
 */
export function decideSettlement(
  shift: { readonly id: string; readonly endsAt: Date },
  board: readonly PresenceNow[],
  leaderId: string,
  at: Date,
): SettlementDecision | Refusal {
  const pending = board.filter((row) => row.state === 'approved' && !row.isRecorded && row.personId !== leaderId)
  const inside = pending.filter(({ attendance }) => attendance.state === 'in')
  const isOver = at >= shift.endsAt
  if (isOver && inside.length > 0)
    return refuse('wrong_state', `还有 ${inside.length} 人没有签退，请先逐个确认，或按计划结束时间签退`)
  const records: readonly RecordDraft[] = pending.flatMap((row) => recordOf(row) ?? [])
  const absences: readonly Absence[] = pending
    .filter((row) => isOver && isAbsent(row))
    .map(({ signUpId, version }) => ({ signUpId, version }))
  if (records.length + absences.length === 0) return refuse('wrong_state', nothingZh(board, leaderId, inside.length))
  return { shiftId: shift.id, records, absences, by: leaderId, at } as SettlementDecision
}

/** A cancelled activity makes no no-shows. */
const isAbsent = ({ attendance, activityState, isRestored = false }: PresenceNow) =>
  attendance.state === 'absent' && activityState === 'published' && !isRestored

function recordOf({ signUpId, version, attendance, shift }: PresenceNow): RecordDraft | null {
  const { inAt, outAt, breaks, evidence, flags } = attendance
  if (attendance.state !== 'out' || inAt === null || outAt === null) return null
  const stay = { inAt, outAt, breaks }
  return {
    signUpId,
    version,
    ...countedSpan(stay, shift),
    rawMinutes: rawMinutes(stay),
    creditedMinutes: creditedMinutes(stay, shift),
    evidence,
    isAutoClosed: flags.includes('auto_closed'),
  }
}

function nothingZh(board: readonly PresenceNow[], leaderId: string, inside: number) {
  const own = board.some((row) => row.personId === leaderId && row.state === 'approved' && !row.isRecorded)
  if (own && inside === 0) return OWN_PENDING_ZH
  return inside > 0 ? '还没有人签退，签退后就能确认' : '名单已全部确认'
}

export const OWN_PENDING_ZH = '您本人的时长不能由自己认定，已留待组织单位另一人确认'
