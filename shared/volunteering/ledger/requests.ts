import { type Refusal, refuse } from '../../kit/refusal'
import { addMinutes } from '../../kit/time'
import { type Actor, holds, holdsAny } from '../../people/roles'
import type { EvidenceClass } from '../attendance'
import type { PresenceNow } from '../check-ins'
import { countedSpan, creditedMinutes } from '../minutes'
import type { HoursReason, HoursRequestKind, HoursRequestState } from './codes'
import { isSmall } from './small'

/** A record as it stands on the ledger. */
export type RecordNow = {
  readonly recordId: string
  readonly signUpId: string
  readonly personId: string
  readonly leaderId: string
  /** Σ of its ledger rows. */
  readonly minutes: number
  /** As they were first recorded: small steps never add up to a large change by one person. */
  readonly firstMinutes: number
  readonly capMinutes: number
}

export type RequestNow = {
  readonly id: string
  readonly kind: HoursRequestKind
  readonly state: HoursRequestState
  readonly personId: string
  readonly signUpId: string
  readonly recordId: string | null
  readonly wasMinutes: number
  readonly toMinutes: number | null
  readonly capMinutes: number
  /** Of its record now and at first; 0 where there is none yet. */
  readonly minutes: number
  readonly firstMinutes: number
  readonly proposedBy: string | null
  readonly version: number
}

declare const decided: unique symbol
/** A new entry of the queue; with `isApplied` it takes effect at once. */
export type RequestDecision = {
  readonly kind: HoursRequestKind
  readonly signUpId: string
  readonly personId: string
  readonly recordId: string | null
  readonly wasMinutes: number
  readonly toMinutes: number | null
  readonly served: { readonly from: Date; readonly to: Date } | null
  readonly evidence: EvidenceClass | null
  readonly reason: HoursReason
  readonly reasonZh: string
  readonly fileId: string | null
  readonly state: HoursRequestState
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

type Why = { readonly reason: HoursReason; readonly reasonZh: string }

/** 申请更正 (67号令 §12–13): the volunteer says what is wrong, the office says what is right. */
export function decideCheck(record: RecordNow, actor: Actor, why: Why, at: Date): RequestDecision | Refusal {
  if (actor.id !== record.personId) return refuse('forbidden', '只能对自己的记录申请更正')
  return { ...given(record, why), kind: 'check', toMinutes: null, state: 'asked', by: actor.id, at } as RequestDecision
}

/** 更正: by the leader of that shift, who always needs a second person, or by an administrator. */
export function decideCorrection(
  record: RecordNow,
  actor: Actor,
  { toMinutes, ...why }: Why & { readonly toMinutes: number },
  at: Date,
): RequestDecision | Refusal {
  const isOffice = holds(actor, 'admin')
  if (!isOffice && actor.id !== record.leaderId) return refuse('forbidden', '只有这一场的领队或管理员可以提出更正')
  if (actor.id === record.personId) return refuse('forbidden', '不能更正自己的时长，请另一位办理')
  const wrong = wrongMinutes(toMinutes, record.minutes, record.capMinutes)
  if (wrong) return wrong
  const isAlone = isOffice && isSmall(toMinutes, record)
  const state = isAlone ? 'applied' : 'proposed'
  return { ...given(record, why), kind: 'correct', toMinutes, state, by: actor.id, at } as RequestDecision
}

const given = ({ recordId, signUpId, personId, minutes }: RecordNow, why: Why) => ({
  ...{ recordId, signUpId, personId, wasMinutes: minutes, served: null, evidence: null, fileId: null },
  ...why,
})

function wrongMinutes(to: number, was: number, cap: number) {
  if (to > cap) return refuse('invalid', `这一场最多计 ${cap} 分钟`, 'toMinutes')
  return to === was ? refuse('invalid', '和现在的时长一样，没有要更正的', 'toMinutes') : null
}

type Backfill = { readonly from: Date; readonly to: Date; readonly reasonZh: string; readonly fileId: string }

/** 补录: service that was not measured, told by the leader after the end, with a photo; another person agrees or not. */
export function decideBackfill(was: PresenceNow, actor: Actor, ask: Backfill, at: Date): RequestDecision | Refusal {
  const { shift, personId, signUpId } = was
  if (actor.id !== was.leaderId) return refuse('not_found', '没有找到这个班次')
  if (personId === actor.id) return refuse('forbidden', '不能给自己补录，请组织单位另一人办理')
  const stopped = whyNotFilled(was, at)
  if (stopped) return stopped
  if (was.attendance.state !== 'absent') return refuse('wrong_state', '这位志愿者有签到记录，请按签到认定')
  if (ask.from >= ask.to) return refuse('invalid', '结束时间要晚于开始时间', 'to')
  if (
    ask.from < addMinutes(shift.startsAt, -shift.graceMinutes) ||
    ask.to > addMinutes(shift.endsAt, shift.graceMinutes)
  )
    return refuse('invalid', '补录的时间不在这一场之内', 'from')
  const stay = { inAt: ask.from, outAt: ask.to, breaks: [] }
  return {
    ...{ kind: 'backfill', signUpId, personId, recordId: null, wasMinutes: 0, evidence: 'supplemented' },
    ...{ toMinutes: creditedMinutes(stay, shift), served: countedSpan(stay, shift), reason: 'missed_scan' },
    ...{ reasonZh: ask.reasonZh, fileId: ask.fileId, state: 'proposed', by: actor.id, at },
  } as RequestDecision
}

/** 领队本人的时长: measured like everybody's, agreed by somebody else. */
export function decideOwn(was: PresenceNow, actor: Actor, at: Date): RequestDecision | Refusal {
  const { shift, personId, signUpId, attendance } = was
  if (actor.id !== was.leaderId || personId !== actor.id) return refuse('not_found', '没有找到您在这一场的报名')
  const stopped = whyNotFilled(was, at)
  if (stopped) return stopped
  const { inAt, outAt, breaks, evidence } = attendance
  if (inAt === null || outAt === null) return refuse('wrong_state', '您还没有签到签退')
  const stay = { inAt, outAt, breaks }
  return {
    ...{ kind: 'own', signUpId, personId, recordId: null, wasMinutes: 0, evidence, reason: 'other', fileId: null },
    ...{ toMinutes: creditedMinutes(stay, shift), served: countedSpan(stay, shift), reasonZh: '领队本人的时长' },
    ...{ state: 'proposed', by: actor.id, at },
  } as RequestDecision
}

function whyNotFilled({ state, isRecorded, shift }: PresenceNow, at: Date) {
  if (isRecorded) return refuse('wrong_state', '这一场的时长已经认定，有出入请提出更正')
  if (state !== 'approved' && state !== 'no_show') return refuse('wrong_state', '这次报名没有生效，不能计时长')
  return at < shift.endsAt ? refuse('wrong_state', '班次结束后才能提交') : null
}

export const HOURS_MOVES = ['answer', 'approve', 'refuse'] as const
export type HoursMove = (typeof HOURS_MOVES)[number]
type Row = {
  readonly zh: string
  readonly from: readonly HoursRequestState[]
  readonly by: 'admin' | 'office'
  readonly note: boolean
  /** Never the one who proposed it. */
  readonly other: boolean
}

/** 时长更正与补录 from where it was asked or proposed. Buttons, guards and tests read this table. */
// biome-ignore format: a table reads by its columns
export const HOURS_TRANSITIONS: Readonly<Record<HoursMove, Row>> = {
  answer:  { zh: '核定', from: ['asked'],             by: 'admin',  note: true,  other: false },
  approve: { zh: '同意', from: ['proposed'],          by: 'office', note: false, other: true },
  refuse:  { zh: '不同意', from: ['asked', 'proposed'], by: 'office', note: true,  other: true },
}

export type HoursAsk = { readonly move: HoursMove; readonly note: string; readonly toMinutes: number | null }
/** The next step of an entry; `state` applied writes the ledger in the same statement. */
export type HoursDecision = {
  readonly was: RequestNow
  readonly state: HoursRequestState
  readonly toMinutes: number
  readonly wasMinutes: number
  readonly ask: HoursAsk
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

export function decideHours(was: RequestNow, actor: Actor, ask: HoursAsk, at: Date): HoursDecision | Refusal {
  const stopped = whyNotMove(was, actor, ask.move)
  if (stopped) return stopped
  if (HOURS_TRANSITIONS[ask.move].note && ask.note === '') return refuse('missing', '请写明理由', 'note')
  const kept = { was, ask, by: actor.id, at, wasMinutes: was.minutes }
  if (ask.move === 'refuse')
    return { ...kept, state: 'refused', toMinutes: was.toMinutes ?? was.minutes } as HoursDecision
  const toMinutes = ask.move === 'answer' ? ask.toMinutes : was.toMinutes
  if (toMinutes === null) return refuse('missing', '请填写核定的分钟数', 'toMinutes')
  const wrong = was.recordId === null ? null : wrongMinutes(toMinutes, was.minutes, was.capMinutes)
  return wrong ?? ({ ...kept, state: stateOf(was, ask.move, toMinutes), toMinutes } as HoursDecision)
}

const stateOf = (was: RequestNow, move: HoursMove, toMinutes: number): HoursRequestState =>
  move === 'approve' || isSmall(toMinutes, was) ? 'applied' : 'proposed'

function whyNotMove(was: RequestNow, actor: Actor, move: HoursMove): Refusal | null {
  const { zh, from, by, other } = HOURS_TRANSITIONS[move]
  if (!holdsAny(actor, by === 'admin' ? ['admin'] : ['admin', 'reviewer'])) return refuse('forbidden', `您不能${zh}`)
  if (actor.id === was.personId) return refuse('forbidden', '不能办理自己的时长，请另一位办理')
  if (!from.includes(was.state)) return refuse('wrong_state', `这一条现在不能${zh}，请刷新`)
  if (other && actor.id === was.proposedBy) return refuse('forbidden', '提出和同意要由两个人办，请另一位办理')
  return null
}

export const openHoursMoves = (was: RequestNow, actor: Actor) =>
  HOURS_MOVES.filter((move) => whyNotMove(was, actor, move) === null)
