import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, nothing, someWords } from '../kit/fields'
import { STAFF } from './contract'
import { RATE_PARTS, RATES } from './rates'

const tally = z.object({
  met: z.number().int(),
  missed: z.number().int(),
  open: z.number().int(),
  excluded: z.number().int(),
})
const figures = z.object({ response: tally, solution: tally, satisfaction: tally })
const period = { from: z.iso.date('起始日期有误'), to: z.iso.date('截止日期有误') }

/** 剔除: asked by one person with a reason, decided by another. */
export const ExclusionView = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  rate: z.enum(RATES),
  reason: z.string(),
  state: z.enum(['asked', 'agreed', 'refused']),
  mayDecide: z.boolean(),
})
export type ExclusionView = z.infer<typeof ExclusionView>

export const GetRates = endpoint({
  verb: 'GET',
  path: '/api/rates',
  who: STAFF,
  zh: '三率：一段日子里派出的案件，按单位或网格；没到时、没评价、剔除的都列在旁边',
  params: nothing,
  body: z.strictObject({ ...period, by: z.enum(['unit', 'grid']).default('unit') }),
  reply: z.object({
    total: figures,
    rows: z.array(figures.extend({ id: z.string(), name: z.string() })),
    asked: z.array(ExclusionView),
  }),
})

export const ListRateCases = endpoint({
  verb: 'GET',
  path: '/api/rates/cases',
  who: STAFF,
  zh: '三率里一个数字是哪些案件',
  params: nothing,
  body: z.strictObject({
    ...period,
    rate: z.enum(RATES),
    part: z.enum(RATE_PARTS),
    unitId: z.string().max(64).optional(),
    gridId: z.string().max(64).optional(),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        unitZh: z.string(),
        /** Why it is not counted; empty where it is. */
        reason: z.string(),
        mayAsk: z.boolean(),
      }),
    ),
  }),
})

export const AskExclusion = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/exclusions',
  who: ['reviewer', 'admin'],
  zh: '申请把案件从一个率里剔除，写明理由，由另一个人同意才算',
  params: idParams,
  body: z.strictObject({ key, rate: z.enum(RATES, '请选择哪一个率'), reason: someWords('剔除理由', 200) }),
  reply: ExclusionView,
})

export const DecideExclusion = endpoint({
  verb: 'POST',
  path: '/api/exclusions/:id/decision',
  who: ['reviewer', 'admin'],
  zh: '同意或不同意剔除；不能由申请人自己决定',
  params: idParams,
  body: z.strictObject({ key, agrees: z.boolean('请选择同意或不同意') }),
  reply: ExclusionView,
})
