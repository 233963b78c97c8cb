import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords } from '../kit/fields'
import { APPEAL_ANSWERS, APPEAL_STATES } from './appeals'

export const AppealView = z.object({
  id: z.string(),
  signUpId: z.string(),
  state: z.enum(APPEAL_STATES),
  title: z.string(),
  personZh: z.string(),
  leaderZh: z.string(),
  startsAt: moment,
  endsAt: moment,
  reasonZh: z.string(),
  servedFrom: moment,
  servedTo: moment,
  photo: PhotoView.nullable(),
  askedAt: moment,
  decidedByZh: z.string(),
  note: z.string(),
  /** Whether whoever looks may answer it. */
  mayAnswer: z.boolean(),
})
export type AppealView = z.infer<typeof AppealView>

export const AppealAbsence = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/appeals',
  who: 'signed_in',
  zh: '对“未到”申诉：写明原因和到场时段，可附现场照片；期限内一次',
  params: idParams,
  body: z.strictObject({
    key,
    reasonZh: someWords('原因', 300),
    from: moment,
    to: moment,
    fileId: z.string().min(1).max(64).nullable().default(null),
  }),
  reply: AppealView,
})

export const ListAppeals = endpoint({
  verb: 'GET',
  path: '/api/absence-appeals',
  who: ['reviewer'],
  zh: '未到申诉，最早提出的在前',
  params: nothing,
  body: z.strictObject({ ...pageQuery, state: z.enum(APPEAL_STATES).default('asked') }),
  reply: pageOf(AppealView),
})

export const AnswerAppeal = endpoint({
  verb: 'POST',
  path: '/api/absence-appeals/:id/answers',
  who: ['reviewer'],
  zh: '处理未到申诉，写明理由；本人和这一场的领队不能办。通过后恢复报名，有照片的同时提出补录',
  params: idParams,
  body: z.strictObject({ key, answer: z.enum(APPEAL_ANSWERS, '请选择通过或不通过'), note: someWords('理由', 300) }),
  reply: AppealView,
})
