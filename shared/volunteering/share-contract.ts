import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing } from '../kit/fields'
import { LINK_DAYS_MAX, SHARE_KINDS } from './sharing'

const MAKERS = ['reviewer', 'dispatcher', 'verifier', 'area_leader', 'grid_chief', 'shift_leader', 'admin'] as const

export const ShareCode = z.object({
  code: z.string(),
  kind: z.enum(SHARE_KINDS),
  subjectId: z.string(),
  zh: z.string(),
})

export const MakeShareCode = endpoint({
  verb: 'POST',
  path: '/api/share-codes',
  who: MAKERS,
  zh: '给公开的案件、已发布的活动或实地点位开一个分享码；同一件再开还是同一个',
  params: nothing,
  body: z.strictObject({ key, kind: z.enum(SHARE_KINDS, '没有这一类'), subjectId: z.string('请选择').min(1).max(64) }),
  reply: ShareCode,
})

export const GetShareTarget = endpoint({
  verb: 'GET',
  path: '/api/share-codes/:id',
  who: 'anyone',
  zh: '扫码或点链接后去哪里：不再公开的和编造的一样没有',
  params: idParams,
  body: nothing,
  reply: ShareCode.extend({ path: z.string() }),
})

export const GetSharePicture = endpoint({
  verb: 'GET',
  path: '/api/share-codes/:id/picture',
  who: MAKERS,
  zh: '小程序码（PNG），印在海报和点位牌上',
  params: idParams,
  body: nothing,
  reply: z.unknown(),
  gives: 'file',
})

export const ShareLink = z.object({ url: z.string(), expiresAt: moment })

export const MakeShareLink = endpoint({
  verb: 'POST',
  path: '/api/share-codes/:id/links',
  who: MAKERS,
  zh: `在微信外打开小程序的链接，最多 ${LINK_DAYS_MAX} 天`,
  params: idParams,
  body: z.strictObject({
    key,
    days: z.number('请填写天数').int('天数要是整数').min(1, '至少 1 天').max(LINK_DAYS_MAX, `最多 ${LINK_DAYS_MAX} 天`),
  }),
  reply: ShareLink,
})
