import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, nothing, pageOf, pageQuery } from '../kit/fields'
import { STANDARD_SOURCES } from './words'

const point = {
  id: z.string(),
  code: z.string(),
  categoryNo: z.number().int(),
  category: z.string(),
  name: z.string(),
  gridId: z.string(),
  gridName: z.string(),
  lng: z.number(),
  lat: z.number(),
  unitId: z.string(),
  unitName: z.string(),
}

export const PointRow = z.object(point)
export type PointRow = z.infer<typeof PointRow>

export const PointView = z.object({
  ...point,
  standards: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      source: z.enum(STANDARD_SOURCES),
      sourceZh: z.string(),
      citeZh: z.string().nullable(),
    }),
  ),
})
export type PointView = z.infer<typeof PointView>

export const ListPointCategories = endpoint({
  verb: 'GET',
  path: '/api/point-categories',
  who: 'anyone',
  zh: '实地考察点位的类别和各类数量',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(z.object({ no: z.number().int(), name: z.string(), points: z.number().int() })) }),
})

export const ListPoints = endpoint({
  verb: 'GET',
  path: '/api/points',
  who: 'anyone',
  zh: '实地考察点位，可按网格和类别筛选',
  params: nothing,
  body: z.strictObject({
    gridId: z.string().min(1).max(64).optional(),
    categoryNo: z.coerce.number('类别有误').int('类别有误').min(1, '类别有误').max(999, '类别有误').optional(),
    ...pageQuery,
    size: z.coerce
      .number('每页数量有误')
      .int('每页数量有误')
      .min(1, '每页数量有误')
      .max(200, '每页数量有误')
      .default(200),
  }),
  reply: pageOf(PointRow),
})

/** A phone's position is no better than this; farther points are somewhere else. */
export const NEAR_POINT_M = 30
export const NearPoint = z.object({ ...point, distanceM: z.number().int() })
export type NearPoint = z.infer<typeof NearPoint>

export const ListNearPoints = endpoint({
  verb: 'GET',
  path: '/api/points/near',
  who: 'anyone',
  zh: `一个位置 ${NEAR_POINT_M} 米内的点位，近的在前，最多五个：反映的是不是其中一个`,
  params: nothing,
  body: z.strictObject({
    lng: z.coerce.number('位置有误').min(-180).max(180),
    lat: z.coerce.number('位置有误').min(-90).max(90),
  }),
  reply: z.object({ items: z.array(NearPoint).max(5) }),
})

export const GetPoint = endpoint({
  verb: 'GET',
  path: '/api/points/:id',
  who: 'anyone',
  zh: '一个点位和它的建设标准',
  params: idParams,
  body: nothing,
  reply: PointView,
})
