import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, words } from '../kit/fields'
import { MyCaseView } from './contract'
import { CASE_STATES } from './states'
import { RATING_TAGS } from './words'

export const MyCaseRow = MyCaseView.pick({
  id: true,
  number: true,
  title: true,
  state: true,
  categoryZh: true,
  addressZh: true,
  gridZh: true,
  unitZh: true,
  followers: true,
  mine: true,
  submittedAt: true,
  dispatchedAt: true,
  dueAt: true,
  stageDueAt: true,
  endedAt: true,
  mayRate: true,
}).extend({ cover: PhotoView.nullable() })
export type MyCaseRow = z.infer<typeof MyCaseRow>

export const ListMyCases = endpoint({
  verb: 'GET',
  path: '/api/my-cases',
  who: 'signed_in',
  zh: '我反映和附议的案件，最新的在前',
  params: nothing,
  body: z.strictObject({ ...pageQuery, open: z.enum(['yes', 'no']).optional() }),
  reply: pageOf(MyCaseRow),
})

export const GetMyCase = endpoint({
  verb: 'GET',
  path: '/api/my-cases/:id',
  who: 'signed_in',
  zh: '我的一件案件：进度、承诺时间、整改前后照片',
  params: idParams,
  body: nothing,
  reply: MyCaseView,
})

export const RateCase = endpoint({
  verb: 'POST',
  path: '/api/my-cases/:id/ratings',
  who: 'signed_in',
  zh: '评价办理结果，每个人每轮一次；办理单位看不到是谁评的',
  params: idParams,
  body: z.strictObject({
    key,
    score: z.number('请选择满意程度').int().min(1, '请选择满意程度').max(5, '请选择满意程度'),
    tags: z.array(z.enum(RATING_TAGS, '没有这个评价词')).max(RATING_TAGS.length).default([]),
    words: words('评价', 300).default(''),
  }),
  reply: MyCaseView,
})

/** What anyone may see of a case that was filed and made public: no words of the reporter, no exact minute, no persons. */
export const PublicCase = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  categoryCode: z.string(),
  categoryZh: z.string(),
  addressZh: z.string(),
  gridZh: z.string(),
  unitZh: z.string(),
  followers: z.number().int(),
  /** YYYY-MM-DD in Shanghai. */
  day: z.string(),
  dueAt: moment.nullable(),
  endedAt: moment.nullable(),
  lng: z.number(),
  lat: z.number(),
  /** The class is sensitive: the place is a coarse square, not the spot. */
  isFuzzed: z.boolean(),
  distanceM: z.number().nullable(),
  before: PhotoView.nullable(),
  after: PhotoView.nullable(),
})
export type PublicCase = z.infer<typeof PublicCase>

export const ListPublicCases = endpoint({
  verb: 'GET',
  path: '/api/public/cases',
  who: 'anyone',
  zh: '周边公开的案件；给出位置时按距离，否则按时间',
  params: nothing,
  body: z.strictObject({
    lng: z.coerce.number().min(-180).max(180).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    radiusM: z.coerce.number().int().min(50).max(5000).default(1500),
    gridId: z.string().max(64).optional(),
    state: z.enum(['open', 'closed']).optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(PublicCase) }),
})

export const GetPublicCase = endpoint({
  verb: 'GET',
  path: '/api/public/cases/:id',
  who: 'anyone',
  zh: '一件公开的案件',
  params: idParams,
  body: nothing,
  reply: PublicCase,
})

export const CategoryView = z.object({
  code: z.string(),
  zh: z.string(),
  groupCode: z.string(),
  groupZh: z.string(),
  /** One of the twelve a citizen is offered first. */
  isQuick: z.boolean(),
  isPrivate: z.boolean(),
  icon: z.string(),
  keywords: z.array(z.string()),
  limitZh: z.string(),
  /** The short limit of 安全隐患 and 应急; null where the category has none. */
  hazardLimitZh: z.string().nullable(),
  /** Shown at once when the category is chosen: 有人受伤请拨 120. */
  hintZh: z.string(),
  filingConditions: z.array(z.string()),
})
export type CategoryView = z.infer<typeof CategoryView>

export const ListCategories = endpoint({
  verb: 'GET',
  path: '/api/categories',
  who: 'anyone',
  zh: '问题类别，两级六十类',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(CategoryView) }),
})

export const GetMonthFigures = endpoint({
  verb: 'GET',
  path: '/api/figures/month',
  who: 'anyone',
  zh: '本月全县办理情况和算法',
  params: nothing,
  body: nothing,
  reply: z.object({
    /** Cases closed since the first of the month, Shanghai; null for one to four. */
    closed: z.number().int().nullable(),
    /** Of these, the share whose feedback came by the promised time; null for fewer than five. */
    onTimePercent: z.number().nullable(),
    /** Mean hours from dispatch to feedback; null for fewer than five. */
    meanHours: z.number().nullable(),
    at: moment,
    howZh: z.array(z.string()),
  }),
})
