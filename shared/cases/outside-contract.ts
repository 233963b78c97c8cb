import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords } from '../kit/fields'

/** Days a link for an outside body lasts, and how often it may answer. */
export const OUTSIDE_DAYS = { least: 1, usual: 14, most: 30 } as const
export const OUTSIDE_ANSWERS_MAX = 20

/** What an outside body says of a case that was handed over to it. */
export const OUTSIDE_OUTCOMES = ['working', 'done', 'not_ours'] as const
export type OutsideOutcome = (typeof OUTSIDE_OUTCOMES)[number]
export const OUTSIDE_OUTCOME_ZH: Record<OutsideOutcome, string> = {
  working: '正在办理',
  done: '已经办结',
  not_ours: '不归我们办',
}

export const OutsideAnswer = z.object({
  id: z.string(),
  outcome: z.enum(OUTSIDE_OUTCOMES),
  byZh: z.string(),
  words: z.string(),
  at: moment,
})
export type OutsideAnswer = z.infer<typeof OutsideAnswer>

/** 外部办理链接: one case, one body, until a day. */
export const OutsideLink = z.object({
  id: z.string(),
  name: z.string(),
  at: moment,
  expiresAt: moment,
  isOpen: z.boolean(),
  answers: z.array(OutsideAnswer),
})
export type OutsideLink = z.infer<typeof OutsideLink>

const OFFICE = ['dispatcher', 'reviewer', 'admin'] as const

export const ListOutsideLinks = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/outside-links',
  who: OFFICE,
  zh: '转外部案件发出的办理链接和外部答复',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(OutsideLink), mayAdd: z.boolean() }),
})

export const CreateOutsideLink = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/outside-links',
  who: ['dispatcher'],
  zh: '给外部单位一个只看这一件、只能答复的链接；口令只显示这一次，到期作废',
  params: idParams,
  body: z.strictObject({
    key,
    name: someWords('外部单位', 40),
    days: z.number('有效天数有误').int('有效天数有误').min(OUTSIDE_DAYS.least).max(OUTSIDE_DAYS.most, '最多 30 天'),
  }),
  /** `token` is null when the same request is sent again. */
  reply: OutsideLink.extend({ token: z.string().nullable() }),
})

export const EndOutsideLink = endpoint({
  verb: 'POST',
  path: '/api/outside-links/:id/end',
  who: ['dispatcher'],
  zh: '停用一个外部办理链接',
  params: idParams,
  body: z.strictObject({ key }),
  reply: OutsideLink,
})

const token = z.string('链接不完整').min(16, '链接不完整').max(128, '链接不完整')

/** What an outside body is shown: the thing and the place, nothing of who reported it. */
export const OutsideCase = z.object({
  number: z.string(),
  title: z.string(),
  categoryZh: z.string(),
  addressZh: z.string(),
  lng: z.number(),
  lat: z.number(),
  name: z.string(),
  expiresAt: moment,
  photos: z.array(PhotoView),
  answers: z.array(OutsideAnswer),
})
export type OutsideCase = z.infer<typeof OutsideCase>

/** A POST, so that the token does not stand in anybody's log of addresses. */
export const LookAtOutsideCase = endpoint({
  verb: 'POST',
  path: '/api/outside-cases/look',
  who: 'anyone',
  zh: '外部单位凭链接看这一件；停用、过期和编造的看不到',
  params: nothing,
  body: z.strictObject({ token }),
  reply: OutsideCase,
})

export const AnswerOutsideCase = endpoint({
  verb: 'POST',
  path: '/api/outside-cases/answer',
  who: 'anyone',
  zh: '外部单位凭链接答复办理情况；派遣员据此登记外部办结或收回',
  params: nothing,
  body: z.strictObject({
    key,
    token,
    outcome: z.enum(OUTSIDE_OUTCOMES, '请选择办理情况'),
    byZh: someWords('答复人', 40),
    words: someWords('办理情况', 500),
  }),
  reply: OutsideCase,
})
