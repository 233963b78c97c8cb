import * as z from 'zod'
import { MyCaseView, STAFF } from '../cases/contract'
import { CASE_STATES } from '../cases/states'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { fileIds, idParams, key, moment, nothing, position, words } from '../kit/fields'

import { Contact } from './contact'
import { Answer, Question } from './questions'

/** 匿名: even reviewers see no name. 微信: a reviewer can write back through the house. 实名: name and number lie sealed. */
export const IDENTITIES = ['anonymous', 'wechat', 'real_name'] as const

/** By the question's name; what the class does not ask is left out. */
export const answers = z
  .record(z.string().max(24), Answer)
  .refine((all) => Object.keys(all).length <= 12, '回答太多，请返回重新填写')
  .default({})

export const SubmitReport = endpoint({
  verb: 'POST',
  path: '/api/reports',
  who: 'signed_in',
  zh: '随手拍：至少一张照片和一个位置；类别可改',
  params: nothing,
  body: z.strictObject({
    key,
    photos: fileIds(9).min(1, '请至少拍一张照片'),
    position,
    categoryCode: z.string('请选择类别').min(1, '请选择类别').max(8, '类别有误'),
    words: words('说明', 500).default(''),
    /** The person's own correction of the address line; empty means the one the place resolves to. */
    addressZh: words('地址', 80).default(''),
    /** Outside the county town: the town (镇) the person says it is in. */
    townId: z.string().min(1).max(64).nullable().default(null),
    pointCode: z.string().max(16).nullable().default(null),
    answers,
    identity: z.enum(IDENTITIES).default('wechat'),
    /** Only with 实名. */
    contact: Contact.nullable().default(null),
    source: z.enum(['wechat', 'h5']).default('wechat'),
  }),
  reply: MyCaseView,
})

export const JoinCase = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/joins',
  who: 'signed_in',
  zh: '我也遇到：附议同一问题，进展一起通知',
  params: idParams,
  body: z.strictObject({ key }),
  reply: MyCaseView,
})

/** A card of the duplicate hint; the photo is there only where the case is public already. */
export const SimilarCase = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  addressZh: z.string(),
  distanceM: z.number().int(),
  followers: z.number().int(),
  day: z.string(),
  photo: PhotoView.nullable(),
  /** The photo just taken looks like one of the case's. */
  sameView: z.boolean(),
  /** The asker reported or follows it already. */
  mine: z.boolean(),
})
export type SimilarCase = z.infer<typeof SimilarCase>

export const ListSimilarCases = endpoint({
  verb: 'GET',
  path: '/api/similar-cases',
  who: 'signed_in',
  zh: '提交前查重：同类、附近、近期的案件，最多三件；只提示，不拦',
  params: nothing,
  body: z.strictObject({
    lng: z.coerce.number('请选择位置').min(-180, '经度有误').max(180, '经度有误'),
    lat: z.coerce.number('请选择位置').min(-90, '纬度有误').max(90, '纬度有误'),
    categoryCode: z.string('请选择类别').min(1, '请选择类别').max(8, '类别有误'),
    /** The asker's own photo, if one has arrived: what looks the same comes first. */
    photoId: z.string().max(64, '照片有误').optional(),
  }),
  reply: z.object({ items: z.array(SimilarCase).max(3) }),
})

export const AnswerView = z.object({ zh: z.string(), answerZh: z.string(), isPrivate: z.boolean() })
export type AnswerView = z.infer<typeof AnswerView>

/** One 回访. */
export const CallbackView = z.object({ outcomeZh: z.string(), note: z.string(), at: moment })
export type CallbackView = z.infer<typeof CallbackView>

/** For the reviewers' desk only; a unit's reply never has it. */
export const ListCaseReports = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/reports',
  who: ['reviewer', 'dispatcher', 'admin'],
  zh: '一件案件收到的全部反映；反映人只显示隐去的称呼',
  params: idParams,
  body: nothing,
  reply: z.object({
    /** How many told it: somebody may have told it twice. */
    people: z.number().int(),
    items: z.array(
      z.object({
        id: z.string(),
        isFirst: z.boolean(),
        sourceZh: z.string(),
        reporterZh: z.string(),
        words: z.string(),
        /** The reporter took the words back: only reviewers read them still. */
        isHidden: z.boolean(),
        /** Name and number lie sealed; reading them is a step of its own. */
        hasContact: z.boolean(),
        answers: z.array(AnswerView),
        /** Of a later telling; the first one's are the case's. */
        photos: z.array(PhotoView),
        callbacks: z.array(CallbackView),
        at: moment,
      }),
    ),
  }),
})

export const ListQuestions = endpoint({
  verb: 'GET',
  path: '/api/questions',
  who: 'anyone',
  zh: '每个类别的追加问题和拍照要求',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(
      z.object({ categoryCode: z.string(), questions: z.array(Question), nearZh: z.string(), farZh: z.string() }),
    ),
  }),
})

export const ListCaseAnswers = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/answers',
  who: STAFF,
  zh: '反映人对追加问题的回答；不公开的只有本网格审核员能看',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(AnswerView) }),
})

export const TellingView = z.object({ words: z.string(), isHidden: z.boolean(), answers: z.array(AnswerView) })
export type TellingView = z.infer<typeof TellingView>

export const GetMyTelling = endpoint({
  verb: 'GET',
  path: '/api/my-cases/:id/telling',
  who: 'signed_in',
  zh: '我自己反映时写的说明和回答',
  params: idParams,
  body: nothing,
  reply: TellingView,
})
