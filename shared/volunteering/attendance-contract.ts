import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { device, idParams, key, moment, nothing, pageOf, pageQuery, position } from '../kit/fields'
import { ACTIVITY_KINDS } from './activities'
import { ATTENDANCE_FLAGS, ATTENDANCE_STATES, EVIDENCE_CLASSES } from './attendance'
import { May } from './contract'
import { RECORD_STATES } from './hours'
import { MY_SIGN_UP_LISTS } from './my-sign-ups'
import { PLACE_VERDICTS } from './place'
import { VolunteerView } from './register-contract'
import { SIGN_UP_STATES } from './sign-ups'

/** One person's own place in one shift. */
export const MyShiftView = z.object({
  signUpId: z.string(),
  activityId: z.string(),
  title: z.string(),
  /** Null while the leader still chooses the post. */
  postName: z.string().nullable(),
  placeZh: z.string(),
  lng: z.number(),
  lat: z.number(),
  radiusM: z.int(),
  startsAt: moment,
  endsAt: moment,
  capMinutes: z.int(),
  graceMinutes: z.int(),
  checkInFrom: moment,
  checkOutUntil: moment,
  state: z.enum(ATTENDANCE_STATES),
  checkedInAt: moment.nullable(),
  checkedOutAt: moment.nullable(),
  /** What it would count if it ended now, or what it came to. */
  creditedMinutes: z.int(),
  /** Of the last own check-in or check-out. */
  verdict: z.enum(PLACE_VERDICTS).nullable(),
  isRecorded: z.boolean(),
  checkIn: May,
  checkOut: May,
})
export type MyShiftView = z.infer<typeof MyShiftView>

const MyShiftReply = z.object({ serverTime: moment, shift: MyShiftView.nullable() })
export type MyShiftReply = z.infer<typeof MyShiftReply>

export const GetMyShift = endpoint({
  verb: 'GET',
  path: '/api/my-shift',
  who: 'signed_in',
  zh: '本人今天的班次：正在服务的优先，其次是最近要开始的',
  params: nothing,
  body: nothing,
  reply: MyShiftReply,
})

export const GetMyAttendance = endpoint({
  verb: 'GET',
  path: '/api/sign-ups/:id/attendance',
  who: 'signed_in',
  zh: '本人一次报名的签到签退情况',
  params: idParams,
  body: nothing,
  reply: MyShiftReply,
})

const shown = z.strictObject({
  key,
  /** The scanned text or the 8 typed digits. */
  code: z.string('请扫码或输入 8 位数字').trim().min(1, '请扫码或输入 8 位数字').max(200, '这不是签到码'),
  /** Taken once, judged at once, never kept. */
  position: position.nullable().default(null),
  deviceAt: moment.nullable().default(null),
  /** Minted by this installation, told to nobody outside the house; only says that two came from one phone. */
  deviceId: device.nullable().default(null),
})

export const CheckIn = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/check-ins',
  who: 'signed_in',
  zh: '签到：扫领队的码，或输入 8 位数字',
  params: idParams,
  body: shown,
  reply: MyShiftReply,
})

export const CheckOut = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/check-outs',
  who: 'signed_in',
  zh: '签退：扫领队的码，或输入 8 位数字',
  params: idParams,
  body: shown,
  reply: MyShiftReply,
})

export const MySignUpRow = z.object({
  signUpId: z.string(),
  activityId: z.string(),
  title: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  coverKey: z.string(),
  placeZh: z.string(),
  startsAt: moment,
  endsAt: moment,
  /** Null while the leader still chooses the post. */
  postName: z.string().nullable(),
  state: z.enum(SIGN_UP_STATES),
  attendance: z.enum(ATTENDANCE_STATES),
  /** 候补: until when the offered seat is kept. */
  offerUntil: moment.nullable(),
  /** What comes next in words, and the step that is open now. */
  next: z.object({ act: z.enum(['check_in', 'check_out']).nullable(), zh: z.string() }),
  mayHandOver: z.boolean(),
  /** 改期 still to be answered: what the time was, and until when; null where nothing is asked. */
  reconsent: z.object({ wasStartsAt: moment, wasEndsAt: moment, answerBy: moment }).nullable(),
  /** 未到申诉 is open. */
  mayAppeal: z.boolean(),
})
export type MySignUpRow = z.infer<typeof MySignUpRow>

export const ListMySignUps = endpoint({
  verb: 'GET',
  path: '/api/my-sign-ups',
  who: 'signed_in',
  zh: '我的活动：要参加的按开始时间在前，参加过和取消的最近的在前',
  params: nothing,
  body: z.strictObject({ ...pageQuery, list: z.enum(MY_SIGN_UP_LISTS).default('coming') }),
  reply: pageOf(MySignUpRow).extend({ serverTime: moment }),
})

export const ServiceRecordView = z.object({
  signUpId: z.string(),
  activityId: z.string(),
  title: z.string(),
  teamName: z.string(),
  placeZh: z.string(),
  startsAt: moment,
  endsAt: moment,
  checkedInAt: moment.nullable(),
  checkedOutAt: moment.nullable(),
  /** Credited, or what it would come to; null while nobody checked out. */
  minutes: z.int().nullable(),
  state: z.enum(RECORD_STATES),
  evidence: z.enum(EVIDENCE_CLASSES),
  flags: z.array(z.enum(ATTENDANCE_FLAGS)),
})
export type ServiceRecordView = z.infer<typeof ServiceRecordView>

export const GetMyHours = endpoint({
  verb: 'GET',
  path: '/api/my-hours',
  who: 'signed_in',
  zh: '我的时长：今年和累计、近六个月、星级、逐场记录',
  params: nothing,
  body: z.strictObject({
    ...pageQuery,
    /** Only records that stand so; the totals are always of all. */
    state: z.enum(RECORD_STATES).optional(),
  }),
  reply: z.object({
    serverTime: moment,
    volunteer: VolunteerView.nullable(),
    yearMinutes: z.int(),
    totalMinutes: z.int(),
    /** 实测 (strong and medium) and 补录: together the total. */
    measuredMinutes: z.int(),
    supplementedMinutes: z.int(),
    months: z.array(z.object({ month: z.string(), minutes: z.int(), services: z.int() })),
    stars: z.int(),
    nextStar: z.object({ stars: z.int(), hours: z.int(), minutesLeft: z.int() }).nullable(),
    records: pageOf(ServiceRecordView),
  }),
})
export type MyHours = z.infer<typeof GetMyHours.reply>
