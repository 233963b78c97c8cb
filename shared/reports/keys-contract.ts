import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords } from '../kit/fields'

/** What a key opens: `open311` is handing in service requests. Reading them needs no key. */
export const API_KEY_SCOPES = ['open311'] as const
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number]
export const API_KEY_SCOPE_ZH: Record<ApiKeyScope, string> = { open311: '提交问题（Open311）' }

export const API_KEY_EVENTS = ['create', 'end'] as const

export const ApiKeyView = z.object({
  id: z.string(),
  /** The platform it was given to. */
  name: z.string(),
  scopes: z.array(z.enum(API_KEY_SCOPES)),
  createdAt: moment,
  endedAt: moment.nullable(),
})
export type ApiKeyView = z.infer<typeof ApiKeyView>

export const CreateApiKey = endpoint({
  verb: 'POST',
  path: '/api/api-keys',
  who: ['admin'],
  zh: '给第三方平台开一个接入密钥；密钥只在这一次显示，之后谁也看不到',
  params: nothing,
  body: z.strictObject({
    key,
    name: someWords('平台名称', 40),
    scopes: z.array(z.enum(API_KEY_SCOPES, '没有这项权限')).min(1, '请选择权限').max(API_KEY_SCOPES.length),
  }),
  /** `secret` is null when the same request is sent again: what got lost on the way is ended and made anew. */
  reply: ApiKeyView.extend({ secret: z.string().nullable() }),
  isSensitive: true,
})

export const ListApiKeys = endpoint({
  verb: 'GET',
  path: '/api/api-keys',
  who: ['admin'],
  zh: '接入密钥列表，最新的在前，停用的也在',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(ApiKeyView) }),
})

export const EndApiKey = endpoint({
  verb: 'POST',
  path: '/api/api-keys/:id/end',
  who: ['admin'],
  zh: '停用一个接入密钥，立即生效，不能恢复',
  params: idParams,
  body: z.strictObject({ key }),
  reply: ApiKeyView,
  isSensitive: true,
})
