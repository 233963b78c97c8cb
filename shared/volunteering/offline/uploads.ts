import { type Refusal, refuse } from '../../kit/refusal'
import { addDays, addMinutes, shanghai } from '../../kit/time'
import type { AttendanceKind } from '../attendance'
import type { PresenceNow } from '../check-ins'
import type { CodeDirection } from '../codes'
import type { ShiftSpan } from '../minutes'
import { BAD_PERSONAL_CODE_ZH, type BadPersonalCode } from './personal-codes'

/** 离线上传: what the leader's phone wrote down on the spot. */
export const UPLOAD_METHODS = ['leader_scan', 'leader_confirm'] as const
export type UploadMethod = (typeof UPLOAD_METHODS)[number]
export const UPLOAD_MOST = 200

/** What became of one event: `again` alone was not written down anywhere, the phone keeps it. */
export const UPLOAD_OUTCOMES = ['accepted', 'repeated', 'failed', 'again'] as const

/** From here on an upload is marked late. */
const LATE_MINUTES = 10
/** A phone may be this far ahead of the server. */
const AHEAD_MINUTES = 2
/** 67号令 has the organisation record within 10 working days; what comes later than this is a 补录 by two people. */
const UPLOAD_DAYS = 7
/** The kit may be fetched at home, before there is no signal. Its codes open nothing before the shift's own time. */
const KIT_AHEAD_HOURS = 12

/** One scan or one word of the leader, as the phone wrote it down. */
export type Scan = {
  readonly nonce: string
  readonly signUpId: string
  readonly direction: CodeDirection
  readonly deviceAt: Date
  readonly method: UploadMethod
  readonly step: number | null
  /** Let in although the code did not prove who stood there. */
  readonly isForced: boolean
  readonly reason: string
  /** What is wrong with the code shown; null where it is right or none was asked for. */
  readonly bad: BadPersonalCode | null
}

declare const decided: unique symbol
/** Minted only by `decideUpload`, and the only thing `recordUploads` writes down as attendance. */
export type UploadDecision = {
  readonly scan: Scan
  readonly signUpId: string
  readonly version: number
  readonly kind: AttendanceKind
  readonly countsAt: Date
  readonly isLate: boolean
  readonly [decided]: true
}

/** When codes of the shift are good: its span and the grace around it. */
export const codeWindow = ({ startsAt, endsAt, graceMinutes }: ShiftSpan) => ({
  opensAt: addMinutes(startsAt, -graceMinutes),
  closesAt: addMinutes(endsAt, graceMinutes),
})

export function whyNoKit(shift: ShiftSpan, at: Date): Refusal | null {
  const { opensAt, closesAt } = codeWindow(shift)
  const from = addMinutes(opensAt, -KIT_AHEAD_HOURS * 60)
  if (at < from) return refuse('wrong_state', `${dayAndClock(from)} 起可以下载离线签到包`)
  return at > closesAt ? refuse('wrong_state', '这一场已结束，不用离线签到包；手机里没上传的记录仍可上传') : null
}

const dayAndClock = (at: Date) => {
  const { month, date, clock } = shanghai(at)
  return `${month}月${date}日 ${clock}`
}

/**
 * One event of an upload. Nothing here looks at what else happened to the person: a check-out that arrives before its
 * check-in is taken like any other, so that every order of arrival leaves the same events and the same record.
 */
export function decideUpload(
  was: PresenceNow | null,
  shift: ShiftSpan,
  leaderId: string,
  scan: Scan,
  at: Date,
): UploadDecision | Refusal {
  if (was === null) return scan.signUpId === '' ? unreadable() : notOnList()
  const refusal =
    whyNotBy(was, leaderId, scan) ?? whyNotThen(shift, scan, at) ?? whyNotProved(scan) ?? whyNotStanding(was)
  if (refusal) return refusal
  const { signUpId, version } = was
  const kind = scan.direction === 'in' ? 'check_in' : 'check_out'
  const isLate = at > addMinutes(scan.deviceAt, LATE_MINUTES)
  return { scan, signUpId, version, kind, countsAt: scan.deviceAt, isLate } as UploadDecision
}

const unreadable = () => refuse('invalid', BAD_PERSONAL_CODE_ZH.unreadable, 'code')
const notOnList = () => refuse('not_found', '名单里没有这位志愿者，请按编号“现场加入”后再登记')

/** A leader's own coming and going is never the leader's word. */
const whyNotBy = ({ personId }: PresenceNow, leaderId: string, { method }: Scan) =>
  personId === leaderId
    ? refuse('forbidden', method === 'leader_scan' ? '领队不能扫自己的码' : '领队不能给自己登记到场')
    : null

function whyNotThen(shift: ShiftSpan, { direction, deviceAt }: Scan, at: Date) {
  const { opensAt, closesAt } = codeWindow(shift)
  const last = direction === 'in' ? shift.endsAt : closesAt
  if (deviceAt > addMinutes(at, AHEAD_MINUTES))
    return refuse('invalid', '登记时间比现在还晚，请把手机时间调成自动后重新登记', 'deviceAt')
  if (deviceAt < opensAt || deviceAt > last)
    return refuse(
      'invalid',
      `登记时间 ${dayAndClock(deviceAt)} 不在本场的${direction === 'in' ? '签到' : '签退'}时段（${shanghai(opensAt).clock}–${shanghai(last).clock}）`,
      'deviceAt',
    )
  return at > addDays(shift.endsAt, UPLOAD_DAYS)
    ? refuse('wrong_state', `这一场结束已超过 ${UPLOAD_DAYS} 天，请走补录，由两个人办`)
    : null
}

function whyNotProved({ method, isForced, reason, bad }: Scan) {
  if ((isForced || method === 'leader_confirm') && reason === '')
    return refuse('missing', '没有核对码的登记要写明原因', 'reason')
  return bad === null || isForced ? null : refuse('invalid', BAD_PERSONAL_CODE_ZH[bad], 'code')
}

/** What is on record stays; the scan is kept beside it, for whoever corrects it. */
function whyNotStanding({ isRecorded, state }: PresenceNow) {
  if (isRecorded) return refuse('wrong_state', '这一场的时长已认定；这次登记留着备查，要改请走时长更正')
  if (state === 'no_show') return refuse('wrong_state', '名单已确认为未到；这次登记留着备查，本人可以申诉')
  return state === 'approved' ? null : refuse('wrong_state', '这份报名已不在名单里；这次登记留着备查')
}
