import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing } from '../kit/fields'

/** Only ever to its owner; null while none is bound. */
const MyPhone = z.object({ phone: z.string().nullable() })

export const GetMyPhone = endpoint({
  verb: 'GET',
  path: '/api/me/phone',
  who: 'signed_in',
  zh: '我绑定的手机号：只有本人能看',
  params: nothing,
  body: nothing,
  reply: MyPhone,
})

export const BindPhone = endpoint({
  verb: 'POST',
  path: '/api/me/phone',
  who: 'signed_in',
  zh: '用微信给的一次性凭证绑定手机号：要先同意使用手机号，加密保存',
  params: nothing,
  body: z.strictObject({ key, code: z.string('没有拿到微信的凭证').min(1, '没有拿到微信的凭证').max(200) }),
  reply: MyPhone,
})

export const EndPhone = endpoint({
  verb: 'POST',
  path: '/api/me/phone/end',
  who: 'signed_in',
  zh: '解绑手机号：立即删除',
  params: nothing,
  body: z.strictObject({ key }),
  reply: MyPhone,
})
