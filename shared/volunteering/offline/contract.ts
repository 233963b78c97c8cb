import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { device, idParams, key, moment, nothing, pageOf, pageQuery, words } from '../../kit/fields'
import { REFUSALS, type RefusalCode } from '../../kit/refusal'
import { ATTENDANCE_STATES } from '../attendance'
import { CODE_DIRECTIONS } from '../codes'
import { UPLOAD_METHODS, UPLOAD_MOST, UPLOAD_OUTCOMES } from './uploads'

const refusal = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]])
const span = { startsAt: moment, endsAt: moment, opensAt: moment, closesAt: moment }

export const GetPersonalCode = endpoint({
  verb: 'GET',
  path: '/api/sign-ups/:id/personal-code',
  who: 'signed_in',
  zh: '本人这次报名的个人码密钥：手机自己算出每分钟更换的码，没有网络也能给领队扫',
  params: idParams,
  body: nothing,
  reply: z.object({
    serverTime: moment,
    signUpId: z.string(),
    title: z.string(),
    placeZh: z.string(),
    ...span,
    /** 32 bytes as hex, good for this sign-up only. */
    keyHex: z.string(),
    stepSeconds: z.int(),
  }),
})
export type PersonalCodeKit = z.infer<typeof GetPersonalCode.reply>

export const GetShiftKit = endpoint({
  verb: 'GET',
  path: '/api/led-shifts/:id/kit',
  who: 'signed_in',
  zh: '离线签到包，只给本场领队：本场的签到码密钥、名单（姓名遮盖）和核对个人码用的摘要；只在本场时段内有效',
  params: idParams,
  body: nothing,
  reply: z.object({
    serverTime: moment,
    shiftId: z.string(),
    title: z.string(),
    placeZh: z.string(),
    ...span,
    /** 签到码 of this shift, as hex. It opens no other shift and nothing outside opensAt–closesAt. */
    shiftKeyHex: z.string(),
    /** 个人码: the step the digests begin with. */
    firstStep: z.int(),
    roster: z.array(
      z.object({
        signUpId: z.string(),
        /** 马＊ */
        name: z.string(),
        /** The last four of the volunteer number tell two of one name apart. */
        numberTail: z.string(),
        state: z.enum(ATTENDANCE_STATES),
        /** Six hex letters a step; they tell a right code and make none. Empty for the leader's own sign-up. */
        digests: z.string(),
        isMine: z.boolean(),
      }),
    ),
  }),
})
export type ShiftKit = z.infer<typeof GetShiftKit.reply>

const UploadEvent = z.strictObject({
  /** Minted by the phone as it writes the event down; sent again it is the same event. */
  nonce: z.uuid('登记编号有误，请重新扫一次'),
  signUpId: z.string().min(1).max(64).nullable().default(null),
  /** What was scanned, whatever it was. */
  code: z.string().max(500).nullable().default(null),
  direction: z.enum(CODE_DIRECTIONS, '请选择签到或签退'),
  deviceAt: moment,
  method: z.enum(UPLOAD_METHODS, '没有这种登记方式'),
  isForced: z.boolean().default(false),
  reason: words('原因', 200).default(''),
})
export type UploadEvent = z.input<typeof UploadEvent>

export const UploadAttendance = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/uploads',
  who: 'signed_in',
  zh: '上传离线登记：一次最多 200 条，逐条回答；任何顺序、重复上传，结果都一样；没有记上的留着并说明原因',
  params: idParams,
  body: z.strictObject({
    key,
    deviceId: device,
    events: z
      .array(UploadEvent, '没有要上传的登记')
      .min(1, '没有要上传的登记')
      .max(UPLOAD_MOST, `一次最多上传 ${UPLOAD_MOST} 条`),
  }),
  reply: z.object({
    serverTime: moment,
    /** One for each event sent, in the order sent. */
    results: z.array(
      z.object({
        nonce: z.string(),
        outcome: z.enum(UPLOAD_OUTCOMES),
        /** Of a failure only. */
        refused: refusal.nullable(),
        zh: z.string(),
        name: z.string(),
      }),
    ),
  }),
})
export type UploadResult = z.infer<typeof UploadAttendance.reply>['results'][number]

const FailureView = z.object({
  id: z.string(),
  shiftId: z.string(),
  activityId: z.string(),
  title: z.string(),
  startsAt: moment,
  leaderZh: z.string(),
  /** Empty where nobody of the list was meant. */
  name: z.string(),
  direction: z.enum(CODE_DIRECTIONS),
  method: z.enum(UPLOAD_METHODS),
  isForced: z.boolean(),
  reason: z.string(),
  deviceAt: moment,
  serverAt: moment,
  refused: refusal,
  zh: z.string(),
})
export type FailureView = z.infer<typeof FailureView>

export const ListShiftFailures = endpoint({
  verb: 'GET',
  path: '/api/led-shifts/:id/failures',
  who: 'signed_in',
  zh: '本场没有记上的登记和原因，最近的在前，只给本场领队',
  params: idParams,
  body: z.strictObject(pageQuery),
  reply: pageOf(FailureView),
})

export const ListAttendanceFailures = endpoint({
  verb: 'GET',
  path: '/api/attendance-failures',
  who: ['reviewer', 'admin'],
  zh: '各场没有记上的登记和原因，最近的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(FailureView),
})
