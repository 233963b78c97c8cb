import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { nothing } from '../kit/fields'
import { PhotoView } from './contract'
import { PHOTO_BYTES_MAX, PHOTO_MIMES } from './kinds'

const key = z.uuid('提交编号有误，请返回重新操作')

/** Where the bytes go, straight to the object store; the headers belong to the signature. */
const Put = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })
/** Null `put`: the photo has arrived already and is only to be claimed again. */
const UploadPlace = z.object({ id: z.string(), put: Put.nullable() })
export type UploadPlace = z.infer<typeof UploadPlace>

export const AskUploadPlace = endpoint({
  verb: 'POST',
  path: '/api/upload-places',
  who: 'signed_in',
  zh: '要一个直传照片的位置；没有开通直传时 place 为空，请用 /api/files 上传',
  params: nothing,
  body: z.strictObject({
    key,
    mime: z.enum(PHOTO_MIMES, '只能上传 JPG、PNG、WebP 照片'),
    sizeBytes: z.number().int().min(1).max(PHOTO_BYTES_MAX, '照片超过 10 MB，请压缩后再传'),
  }),
  reply: z.object({ place: UploadPlace.nullable() }),
  limit: 'upload',
})

export const ClaimUpload = endpoint({
  verb: 'POST',
  path: '/api/upload-places/:id/claims',
  who: 'signed_in',
  zh: '照片已直传到位：去掉位置等附带信息后收下，原文件随即删除',
  params: z.object({ id: z.string().min(1).max(64) }),
  body: z.strictObject({ key }),
  reply: PhotoView,
  limit: 'upload',
})
