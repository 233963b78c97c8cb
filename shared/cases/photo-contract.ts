import * as z from 'zod'
import { BOXES_MAX, MaskBox } from '../files/boxes'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { fileIds, idParams, key, moment, nothing } from '../kit/fields'
import { STAFF } from './contract'
import { PHOTO_STATES, PHOTO_VERDICTS } from './photo-checks'

/** One photo of a case and what became of it; a masked one is shown as the public sees it. */
export const CasePhoto = z.object({
  id: z.string(),
  kind: z.enum(['before', 'after', 'check', 'more']),
  state: z.enum(PHOTO_STATES),
  photo: PhotoView,
  /** The boxes of the mask that is on it. */
  boxes: z.array(MaskBox),
  /** When it was last checked. */
  at: moment.nullable(),
  mayCheck: z.boolean(),
  /** What WeChat's content check says in words, null where it never looked; only a hint, the reviewer decides. */
  contentZh: z.string().nullable(),
  isRisky: z.boolean(),
})
export type CasePhoto = z.infer<typeof CasePhoto>

const CasePhotos = z.object({ items: z.array(CasePhoto) })

export const ListCasePhotos = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/photos',
  who: STAFF,
  zh: '一件案件的照片和公开情况：未审核、已公开、打码后公开、不公开',
  params: idParams,
  body: nothing,
  reply: CasePhotos,
})

export const CheckCasePhotos = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/photo-checks',
  who: ['reviewer', 'verifier'],
  zh: '审核照片：可公开、打码（一次一张，画框）、不公开；审核前公众看不到，可以改，每次都留痕',
  params: idParams,
  body: z.strictObject({
    key,
    photos: fileIds(60).min(1, '请选择照片'),
    state: z.enum(PHOTO_VERDICTS, '没有这个审核结果'),
    boxes: z.array(MaskBox).max(BOXES_MAX, `打码框最多 ${BOXES_MAX} 个`).default([]),
  }),
  reply: CasePhotos,
})

export const OpenOriginal = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/photo-reads',
  who: STAFF,
  zh: '打开打码照片的原图；原图封存，每次打开都记录',
  params: idParams,
  body: z.strictObject({ key, photoId: z.string().min(1).max(64) }),
  reply: PhotoView,
  isSensitive: true,
})
