import * as z from 'zod'
import { PhotoView } from '../../files/contract'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { EVIDENCE_CLASSES } from '../attendance'
import { HOURS_REASONS, HOURS_REQUEST_KINDS, HOURS_REQUEST_STATES } from './codes'
import { HOURS_MOVES } from './requests'

const minutes = z.int('请填写整数分钟').min(0, '分钟数不能小于 0').max(1440, '分钟数最多 1440')
const reason = z.enum(HOURS_REASONS, '请选择原因')

export const HoursRequestView = z.object({
  id: z.string(),
  kind: z.enum(HOURS_REQUEST_KINDS),
  state: z.enum(HOURS_REQUEST_STATES),
  title: z.string(),
  teamName: z.string(),
  startsAt: moment,
  endsAt: moment,
  capMinutes: z.int(),
  personZh: z.string(),
  wasMinutes: z.int(),
  toMinutes: z.int().nullable(),
  servedFrom: moment.nullable(),
  servedTo: moment.nullable(),
  evidence: z.enum(EVIDENCE_CLASSES).nullable(),
  reason,
  reasonZh: z.string(),
  photo: PhotoView.nullable(),
  askedByZh: z.string(),
  askedAt: moment,
  decidedByZh: z.string(),
  note: z.string(),
  moves: z.array(z.enum(HOURS_MOVES)),
})
export type HoursRequestView = z.output<typeof HoursRequestView>

const LedgerRow = z.object({
  kind: z.string(),
  minutes: z.int(),
  reasonZh: z.string(),
  at: moment,
  seq: z.int(),
})

export const GetMyRecord = endpoint({
  verb: 'GET',
  path: '/api/sign-ups/:id/record',
  who: 'signed_in',
  zh: '本人一条服务记录：起止、时长类别、账上每一笔、更正经过',
  params: idParams,
  body: nothing,
  reply: z.object({
    signUpId: z.string(),
    title: z.string(),
    teamName: z.string(),
    placeZh: z.string(),
    servedFrom: moment,
    servedTo: moment,
    minutes: z.int(),
    evidence: z.enum(EVIDENCE_CLASSES),
    confirmedAt: moment,
    rows: z.array(LedgerRow),
    requests: z.array(HoursRequestView),
    mayAsk: z.boolean(),
  }),
})
export type MyRecord = z.output<typeof GetMyRecord.reply>

export const AskHoursCheck = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/hours-checks',
  who: 'signed_in',
  zh: '对本人一条服务记录申请更正（67号令第十二、十三条）；同一条记录一次办一件',
  params: idParams,
  body: z.strictObject({ key, reason, reasonZh: someWords('说明', 300) }),
  reply: HoursRequestView,
})

export const CorrectHours = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/hours-corrections',
  who: 'signed_in',
  zh: '领队或管理员更正一条服务记录的时长；管理员 60 分钟以内立即入账，其余待另一人同意',
  params: idParams,
  body: z.strictObject({ key, toMinutes: minutes, reason, reasonZh: someWords('说明', 300) }),
  reply: HoursRequestView,
})

export const ProposeBackfill = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/backfills',
  who: 'signed_in',
  zh: '领队为没有签到的人补录：起止、原因、现场照片；另一人同意后记为补录时长',
  params: idParams,
  body: z.strictObject({
    key,
    signUpId: z.string('请选择志愿者').min(1, '请选择志愿者').max(64, '请选择志愿者'),
    from: moment,
    to: moment,
    reasonZh: someWords('原因', 300),
    fileId: z.string('请上传现场照片').min(1, '请上传现场照片').max(64, '请上传现场照片'),
  }),
  reply: HoursRequestView,
})

export const ProposeOwnHours = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/own-hours',
  who: 'signed_in',
  zh: '领队提交本人的时长，由另一人同意后入账',
  params: idParams,
  body: z.strictObject({ key }),
  reply: HoursRequestView,
})

export const ListHoursRequests = endpoint({
  verb: 'GET',
  path: '/api/hours-requests',
  who: ['admin', 'reviewer'],
  zh: '时长更正与补录，最早提出的在前',
  params: nothing,
  body: z.strictObject({ ...pageQuery, state: z.enum(HOURS_REQUEST_STATES).default('proposed') }),
  reply: pageOf(HoursRequestView).extend({ counts: z.partialRecord(z.enum(HOURS_REQUEST_STATES), z.int()) }),
})

export const MoveHoursRequest = endpoint({
  verb: 'POST',
  path: '/api/hours-requests/:id/transitions',
  who: ['admin', 'reviewer'],
  zh: '核定、同意或不同意；提出的人和本人不能办',
  params: idParams,
  body: z.strictObject({
    key,
    move: z.enum(HOURS_MOVES, '没有这个动作'),
    note: words('理由', 300).default(''),
    toMinutes: minutes.nullable().default(null),
  }),
  reply: HoursRequestView,
})
