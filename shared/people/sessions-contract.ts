import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing } from '../kit/fields'

export const SignIn = z.object({
  id: z.string(),
  device: z.string(),
  /** The block of addresses it was opened from; empty where unknown. */
  address: z.string(),
  startedAt: moment,
  seenAt: moment,
  /** The one that asks. */
  isThis: z.boolean(),
})
export type SignIn = z.infer<typeof SignIn>

const SignIns = z.object({ items: z.array(SignIn) })

export const ListMySignIns = endpoint({
  verb: 'GET',
  path: '/api/me/sign-ins',
  who: 'signed_in',
  zh: '我现在在哪些设备上登录着',
  params: nothing,
  body: nothing,
  reply: SignIns,
})

export const EndMySignIn = endpoint({
  verb: 'POST',
  path: '/api/me/sign-ins/:id/end',
  who: 'signed_in',
  zh: '让我的一处登录退出，立即生效',
  params: idParams,
  body: z.strictObject({ key }),
  reply: SignIns,
})

export const ListStaffSignIns = endpoint({
  verb: 'GET',
  path: '/api/staff/:id/sign-ins',
  who: ['admin'],
  zh: '一名工作人员现在在哪些设备上登录着',
  params: idParams,
  body: nothing,
  reply: SignIns,
})

export const EndStaffSignIn = endpoint({
  verb: 'POST',
  path: '/api/sign-ins/:id/end',
  who: ['admin'],
  isSensitive: true,
  zh: '让一名工作人员的一处登录退出，立即生效',
  params: idParams,
  body: z.strictObject({ key }),
  reply: SignIns,
})
