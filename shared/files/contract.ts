import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { nothing } from '../kit/fields'

/** A photo to show: links are signed and last ten minutes; ask again for a page that stays open longer. */
export const PhotoView = z.object({
  id: z.string(),
  url: z.string(),
  thumbUrl: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})
export type PhotoView = z.infer<typeof PhotoView>

export const UploadFile = endpoint({
  verb: 'POST',
  path: '/api/files',
  who: 'signed_in',
  zh: '上传一张照片（multipart，字段 file）；jpeg、png、webp，最大 10 MB、5000 万像素；位置等附带信息会被去掉',
  params: nothing,
  body: z.strictObject({ key: z.uuid('提交编号有误，请返回重新操作') }),
  reply: PhotoView,
  takes: 'multipart',
})

export const GetPicture = endpoint({
  verb: 'GET',
  path: '/api/pictures/:id/:variant',
  who: 'anyone',
  zh: '读取一张照片；链接由系统签发，十分钟内有效',
  params: z.object({ id: z.string().min(1).max(64), variant: z.enum(['full', 'thumb']) }),
  body: z.strictObject({ e: z.coerce.number().int(), s: z.string().max(64) }),
  reply: z.unknown(),
  gives: 'image',
})
