import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { nothing } from '../kit/fields'
import { STAFF } from './contract'

/** Side of a square of the heat map, in metres: a block of a town, never a single door. */
export const HEAT_CELL_M = 200
/** The most that one answer draws. */
export const HEAT_MAX = 400
export const RELAPSES_MAX = 200

const place = { lng: z.number(), lat: z.number() }

/** 热点: a square and how many cases were reported in it. */
export const HeatSpot = z.object({ ...place, count: z.number().int(), addressZh: z.string() })
export type HeatSpot = z.infer<typeof HeatSpot>

/** 反复点: a case whose class had been closed at the same spot shortly before. */
export const RelapseSpot = z.object({
  ...place,
  id: z.string(),
  number: z.string(),
  title: z.string(),
  addressZh: z.string(),
  /** YYYY-MM-DD in Shanghai. */
  day: z.string(),
  /** The case before it; null where the asker may not see that one. */
  before: z.object({ id: z.string(), number: z.string(), day: z.string() }).nullable(),
})
export type RelapseSpot = z.infer<typeof RelapseSpot>

export const ListSpots = endpoint({
  verb: 'GET',
  path: '/api/spots',
  who: STAFF,
  zh: '热点与反复点：一段日子里哪里反映得多，哪里办结后又来，可按类别和网格',
  params: nothing,
  body: z.strictObject({
    from: z.iso.date('起始日期有误'),
    to: z.iso.date('截止日期有误'),
    categoryCode: z.string().max(8, '类别有误').optional(),
    gridId: z.string().max(64, '网格有误').optional(),
  }),
  reply: z.object({
    total: z.number().int(),
    heat: z.array(HeatSpot).max(HEAT_MAX),
    relapses: z.array(RelapseSpot).max(RELAPSES_MAX),
  }),
})
