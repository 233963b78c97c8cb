import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords, words } from '../kit/fields'
import { TIERS } from './words'

const tier = z.union(
  TIERS.map((n) => z.literal(n)),
  '请选择是哪一级',
)
const day = (what: string) => z.iso.date(`请选择${what}`)

export const DutyRow = z.object({
  id: z.string(),
  tier,
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  personName: z.string().nullable(),
  postZh: z.string(),
  segmentZh: z.string().nullable(),
  startsAt: moment,
  endsAt: moment.nullable(),
})
export type DutyRow = z.infer<typeof DutyRow>

export const DutyHistory = z.object({ gridId: z.string(), gridName: z.string(), items: z.array(DutyRow) })
export type DutyHistory = z.infer<typeof DutyHistory>

export const GetDutyHistory = endpoint({
  verb: 'GET',
  path: '/api/grids/:id/duties',
  who: ['admin'],
  zh: '一个网格从头到尾的四级责任，含已经结束的和将要开始的',
  params: idParams,
  body: nothing,
  reply: DutyHistory,
})

export const ChangeDuty = endpoint({
  verb: 'POST',
  path: '/api/grids/:id/duties',
  who: ['admin'],
  zh: '从某一天起由谁负责；接替某一条时，那一条同时结束，历史都留着',
  params: idParams,
  body: z.strictObject({
    key,
    tier,
    /** The duty that ends as this one begins; null for one more. */
    replaces: z.string().min(1).max(64).nullable().default(null),
    unitId: z.string().min(1).max(64).nullable().default(null),
    personName: words('姓名', 20).default(''),
    postZh: someWords('职务', 30),
    segmentZh: words('路段或小区', 40).default(''),
    startsOn: day('开始日期'),
  }),
  reply: DutyHistory,
})

export const EndDuty = endpoint({
  verb: 'POST',
  path: '/api/duties/:id/end',
  who: ['admin'],
  zh: '从某一天起不再负责，没有人接替',
  params: idParams,
  body: z.strictObject({ key, endsOn: day('结束日期') }),
  reply: DutyHistory,
})
