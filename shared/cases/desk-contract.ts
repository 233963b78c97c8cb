import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { idParams, nothing } from '../kit/fields'
import { CASE_STATES } from './states'

/** Another case that is likely the same problem, as the office compares it. */
export const LikeCase = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  addressZh: z.string(),
  followers: z.number().int(),
  /** YYYY-MM-DD in Shanghai. */
  day: z.string(),
  distanceM: z.number().int(),
  /** One of its photos is one of this case's, to the byte or to the eye; then neither class nor distance matters. */
  isTwin: z.boolean(),
  photo: PhotoView.nullable(),
})
export type LikeCase = z.infer<typeof LikeCase>

export const ListSimilarToCase = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/similar',
  who: ['reviewer', 'dispatcher'],
  zh: '疑似同一问题：同一类别，在类别的距离和天数以内，或照片相同；照片相同的在前，其余由近到远，最多 5 件；本案和已并入的不列',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(LikeCase) }),
})
