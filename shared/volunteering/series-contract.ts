import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing, someWords, words } from '../kit/fields'

export const SeriesView = z.object({
  id: z.string(),
  name: z.string(),
  brand: z.string(),
  /** 已办期数: the number last given. */
  last: z.int(),
})
export type SeriesView = z.infer<typeof SeriesView>

const SeriesList = z.object({ items: z.array(SeriesView) })

export const ListSeries = endpoint({
  verb: 'GET',
  path: '/api/activity-series',
  who: 'anyone',
  zh: '活动系列和已办期数',
  params: nothing,
  body: nothing,
  reply: SeriesList,
})

export const CreateSeries = endpoint({
  verb: 'POST',
  path: '/api/activity-series',
  who: ['admin'],
  zh: '新建活动系列；期数在活动首次发布时依次给出，不跳号',
  params: nothing,
  body: z.strictObject({ key, name: someWords('系列名称', 40), brand: words('活动品牌', 40).default('') }),
  reply: SeriesList,
})
