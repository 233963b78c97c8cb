import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, words } from '../kit/fields'
import { ACTIVITY_STATES } from './activities'
import { ADMISSIONS } from './admissions'
import { ATTENDANCE_FLAGS, ATTENDANCE_STATES, EVIDENCE_CLASSES } from './attendance'
import { CODE_DIRECTIONS } from './codes'
import { LEADER_MOVES, SIGN_UP_SOURCES, SIGN_UP_STATES } from './sign-ups'

/** Every door here opens to the leader of that very shift only; to everyone else the shift is not there. */

const shift = {
  id: z.string(),
  activityId: z.string(),
  title: z.string(),
  state: z.enum(ACTIVITY_STATES),
  placeZh: z.string(),
  startsAt: moment,
  endsAt: moment,
  capacity: z.int(),
  signedUp: z.int(),
  /** 登记期限 in words once it is over and somebody has no outcome; empty otherwise. */
  settleZh: z.string(),
}
export const LedShift = z.object(shift)
export type LedShift = z.infer<typeof LedShift>

export const ListMyShifts = endpoint({
  verb: 'GET',
  path: '/api/led-shifts',
  who: 'signed_in',
  zh: '我带队的班次，最近的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(LedShift),
})

export const GetShiftCode = endpoint({
  verb: 'GET',
  path: '/api/led-shifts/:id/code',
  who: 'signed_in',
  zh: '现在的签到码或签退码，每 30 秒更换',
  params: idParams,
  body: z.strictObject({ direction: z.enum(CODE_DIRECTIONS) }),
  reply: z.object({
    direction: z.enum(CODE_DIRECTIONS),
    /** What the QR says. */
    text: z.string(),
    digits: z.string(),
    secondsLeft: z.int(),
    stepSeconds: z.int(),
    serverTime: moment,
  }),
})
export type ShiftCode = z.infer<typeof GetShiftCode.reply>

const RosterRow = z.object({
  signUpId: z.string(),
  name: z.string(),
  number: z.string(),
  postName: z.string(),
  isPostChosen: z.boolean(),
  signUpState: z.enum(SIGN_UP_STATES),
  /** The reason last given, of a late withdrawal for one. */
  note: z.string(),
  state: z.enum(ATTENDANCE_STATES),
  checkedInAt: moment.nullable(),
  checkedOutAt: moment.nullable(),
  /** Null before anyone left. */
  creditedMinutes: z.int().nullable(),
  evidence: z.enum(EVIDENCE_CLASSES),
  flags: z.array(z.enum(ATTENDANCE_FLAGS)),
  isRecorded: z.boolean(),
  /** 改期后还没回答能不能来 */
  isUnanswered: z.boolean(),
  /** WeChat holds the account for risky: look at the person, not at the rank. */
  isRisky: z.boolean(),
  /** The leader's own row: another person of the organising unit confirms it. */
  isMine: z.boolean(),
  /** 候补: until when the offered seat is kept, and the place in the queue. */
  offerUntil: moment.nullable(),
  place: z.int().nullable(),
  source: z.enum(SIGN_UP_SOURCES),
  /** What the leader may decide about it now. */
  moves: z.array(z.enum(LEADER_MOVES)),
})

export const ShiftBoard = z.object({
  ...shift,
  serverTime: moment,
  capMinutes: z.int(),
  graceMinutes: z.int(),
  admission: z.enum(ADMISSIONS),
  posts: z.array(z.object({ id: z.string(), name: z.string(), capacity: z.int(), taken: z.int() })),
  came: z.int(),
  inside: z.int(),
  recorded: z.int(),
  /** What is left to know, in one sentence; empty when nothing is. */
  noteZh: z.string(),
  roster: z.array(RosterRow),
})
export type ShiftBoard = z.infer<typeof ShiftBoard>

export const GetShiftBoard = endpoint({
  verb: 'GET',
  path: '/api/led-shifts/:id',
  who: 'signed_in',
  zh: '签到看板：谁来了、几点、有什么要留意',
  params: idParams,
  body: nothing,
  reply: ShiftBoard,
})

export const ConfirmAttendance = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/ticks',
  who: 'signed_in',
  zh: '领队为一位志愿者登记到场或离开',
  params: idParams,
  body: z.strictObject({
    key,
    signUpId: z.string('请选择志愿者').min(1, '请选择志愿者').max(64, '请选择志愿者'),
    direction: z.enum(CODE_DIRECTIONS, '请选择到场或离开'),
    /** When it really was; null means now. */
    at: moment.nullable().default(null),
    note: words('说明', 200).default(''),
  }),
  reply: ShiftBoard,
})

export const CloseShift = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/closings',
  who: 'signed_in',
  zh: '班次结束后，为忘记签退的人按计划结束时间签退并标明',
  params: idParams,
  body: z.strictObject({ key }),
  reply: ShiftBoard,
})

export const ConfirmShift = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/confirmations',
  who: 'signed_in',
  zh: '确认名单：已签退的人计入时长，结束后未到的记为未到',
  params: idParams,
  body: z.strictObject({ key }),
  reply: ShiftBoard,
})
