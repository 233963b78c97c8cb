import { type Refusal, refuse } from '../kit/refusal'
import { addMinutes, shanghai } from '../kit/time'
import type { ActivityState } from './activities'
import type { Attendance, AttendanceKind, AttendanceMethod } from './attendance'
import type { BadCode, CodeDirection } from './codes'
import type { ShiftSpan } from './minutes'
import type { Place } from './place'
import type { SignUpState } from './sign-ups'

/** One person's place in one shift, as far as coming and going is concerned. */
export type PresenceNow = {
  readonly signUpId: string
  readonly state: SignUpState
  readonly activityState: ActivityState
  readonly personId: string
  readonly leaderId: string
  readonly shift: ShiftSpan
  readonly attendance: Attendance
  /** The hours are on record: nothing is added any more. */
  readonly isRecorded: boolean
  /** 申诉通过: not marked absent a second time. */
  readonly isRestored?: boolean
  readonly version: number
}
/** Where else the person is still checked in. */
export type Elsewhere = { readonly title: string; readonly inAt: Date; readonly endsAt: Date } | null

export type Evidence = {
  readonly method: AttendanceMethod
  readonly step: number | null
  readonly place: Place
  readonly deviceAt: Date | null
  /** The phone it was shown on, where it says so. */
  readonly deviceId: string | null
  readonly note: string
}

declare const decided: unique symbol
/** Minted only by the rules below, and the only thing `recordAttendance` accepts. */
export type AttendanceDecision = Evidence & {
  readonly signUpId: string
  readonly version: number
  readonly kind: AttendanceKind
  readonly countsAt: Date
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

const UNKNOWN_PLACE: Place = { verdict: 'unknown', bucket: null, accuracyM: null }
const TICKED = { method: 'leader_confirm', step: null, place: UNKNOWN_PLACE, deviceAt: null, deviceId: null } as const
const CLOSED = { ...TICKED, method: 'auto_close' } as const

/** 签到: from the grace before the shift to its end. */
export function decideCheckIn(was: PresenceNow, elsewhere: Elsewhere, evidence: Evidence, at: Date) {
  return whyNotIn(was, elsewhere, at) ?? decide(was, 'check_in', at, evidence, was.personId, at)
}

/** 签退: until the grace after the shift. */
export function decideCheckOut(was: PresenceNow, elsewhere: Elsewhere, evidence: Evidence, at: Date) {
  return whyNotOut(was, elsewhere, at) ?? decide(was, 'check_out', at, evidence, was.personId, at)
}

export function whyNotIn(was: PresenceNow, elsewhere: Elsewhere, at: Date): Refusal | null {
  const { shift, attendance } = was
  const opensAt = addMinutes(shift.startsAt, -shift.graceMinutes)
  if (attendance.state === 'in') return refuse('wrong_state', '您已签到，离开时请签退')
  if (attendance.state === 'out') return refuse('wrong_state', '您已签退；如还在服务，请领队为您重新登记到场')
  if (at < opensAt) return refuse('wrong_state', `签到 ${shanghai(opensAt).clock} 开始`)
  if (at >= shift.endsAt) return refuse('wrong_state', '这一场已结束，不能再签到，请联系领队')
  if (elsewhere && elsewhere.endsAt > at) return refuse('wrong_state', `您在“${elsewhere.title}”还没签退，请先签退`)
  return stopped(was)
}

export function whyNotOut(was: PresenceNow, elsewhere: Elsewhere, at: Date): Refusal | null {
  const { shift, attendance } = was
  if (attendance.state === 'absent') return refuse('wrong_state', '还没有签到，请先签到')
  if (attendance.state === 'out') return refuse('wrong_state', '您已签退')
  if (at > addMinutes(shift.endsAt, shift.graceMinutes))
    return refuse('wrong_state', '已过签退时间，请领队按计划结束时间为您签退')
  if (elsewhere && attendance.inAt && elsewhere.inAt > attendance.inAt)
    return refuse('wrong_state', `您已在“${elsewhere.title}”签到，这一场请领队按计划结束时间签退`)
  return stopped(was)
}

export type Tick = { readonly direction: CodeDirection; readonly at: Date | null; readonly note: string }

/** 领队勾选: the leader attests that somebody came or left, now or earlier in this shift; never about himself. */
export function decideTick(was: PresenceNow, leaderId: string, { direction, at: said, note }: Tick, at: Date) {
  const countsAt = said ?? at
  const kind = direction === 'in' ? 'check_in' : 'check_out'
  const refusal = whyNoTick(was, leaderId, direction, at) ?? whyNotThen(was, direction, countsAt, at) ?? stopped(was)
  return refusal ?? decide(was, kind, countsAt, { ...TICKED, note }, leaderId, at)
}

function whyNoTick({ personId, attendance, shift }: PresenceNow, leaderId: string, direction: CodeDirection, at: Date) {
  if (personId === leaderId) return refuse('forbidden', '不能给自己登记到场，请用现场码签到')
  const isIn = attendance.state === 'in'
  if (direction === 'out') return isIn ? null : refuse('wrong_state', '这位志愿者不在场，请先登记到场')
  if (isIn) return refuse('wrong_state', '这位志愿者已在场')
  // Attested later it would be a 补录, which takes two people and a photo.
  const isLate = at > addMinutes(shift.endsAt, shift.graceMinutes)
  return isLate ? refuse('wrong_state', '这一场已结束，不能再登记到场') : null
}

/** The attested moment lies in the past, in the shift, and after whatever came before. */
function whyNotThen({ shift, attendance }: PresenceNow, direction: CodeDirection, countsAt: Date, at: Date) {
  const first = addMinutes(shift.startsAt, -shift.graceMinutes)
  const last = direction === 'in' ? shift.endsAt : addMinutes(shift.endsAt, shift.graceMinutes)
  const before = attendance.outAt ?? attendance.inAt
  if (countsAt > at) return refuse('invalid', '时间不能晚于现在', 'at')
  if (countsAt < first || countsAt > last) return refuse('invalid', '时间须在本场的签到签退时段内', 'at')
  return before && countsAt < before ? refuse('invalid', '时间不能早于上一次签到或签退', 'at') : null
}

/** 忘记签退: after the shift the leader closes what is still open, at the planned end and marked so. */
export function decideClose(was: PresenceNow, leaderId: string, at: Date) {
  if (at < was.shift.endsAt) return refuse('wrong_state', '班次结束后才能按计划结束时间签退')
  if (was.attendance.state !== 'in') return refuse('wrong_state', '这位志愿者不在场')
  return stopped(was) ?? decide(was, 'auto_close', was.shift.endsAt, { ...CLOSED, note: '' }, leaderId, at)
}

/** What no clock changes: the sign-up must stand, and a record is final. */
function stopped({ isRecorded, activityState, attendance, state }: PresenceNow): Refusal | null {
  if (isRecorded) return refuse('wrong_state', '这一场的时长已认定')
  if (state !== 'approved') return refuse('wrong_state', '这份报名已取消')
  // Whoever was inside when an activity is cancelled still leaves with the minutes measured.
  if (activityState !== 'published' && attendance.state !== 'in') return refuse('wrong_state', '活动已取消')
  return null
}

const decide = (
  { signUpId, version }: PresenceNow,
  kind: AttendanceKind,
  countsAt: Date,
  evidence: Evidence,
  by: string,
  at: Date,
) => ({ ...evidence, signUpId, version, kind, countsAt, by, at }) as AttendanceDecision

/** A code that was not accepted, and the way out. */
export function badCodeZh(bad: BadCode, direction: CodeDirection) {
  const [wanted, other] = direction === 'in' ? ['签到', '签退'] : ['签退', '签到']
  const said: Record<BadCode, string> = {
    unreadable: '这不是签到码，请扫领队手机上的码，或输入 8 位数字',
    other_shift: '这是另一场的码，请扫本场领队的码',
    other_direction: `这是${other}码，请领队切换到${wanted}码`,
    expired: '码已过期，请扫领队手机上现在的码',
    wrong: '码不对或已过期，请看领队手机上现在的 8 位数字',
  }
  return said[bad]
}

/** 每分钟 5 次: guessing eight digits must not pay. */
export const CODE_TRIES_A_MINUTE = 5
