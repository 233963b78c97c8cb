import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, nothing } from '../kit/fields'

export const FactorView = z.object({
  /** Set up and confirmed. */
  isSet: z.boolean(),
  /** Shown in this very session. */
  isShown: z.boolean(),
  /** The house asks it of the office. */
  isRequired: z.boolean(),
  /** Whether this person's work asks for it. */
  isForMe: z.boolean(),
  codesLeft: z.int(),
})
export type FactorView = z.infer<typeof FactorView>

const code = z
  .string('请输入验证码')
  .trim()
  .transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[A-Z2-7]{16})$/, '请输入 6 位数字，或 16 位恢复码'))

export const GetSecondFactor = endpoint({
  verb: 'GET',
  path: '/api/me/second-factor',
  who: 'signed_in',
  zh: '两步验证：有没有设置、这次登录验证过没有',
  params: nothing,
  body: nothing,
  reply: FactorView,
})

/** Nothing counts until a code of it is confirmed; asking again makes another secret. */
export const StartSecondFactor = endpoint({
  verb: 'POST',
  path: '/api/me/second-factor/start',
  who: 'signed_in',
  limit: 'login',
  zh: '开始设置两步验证：给出验证器要扫的码',
  params: nothing,
  body: nothing,
  reply: z.object({ secret: z.string(), uri: z.string() }),
})

export const ConfirmSecondFactor = endpoint({
  verb: 'POST',
  path: '/api/me/second-factor/confirm',
  who: 'signed_in',
  limit: 'login',
  zh: '用第一个验证码完成设置，给出只出现一次的恢复码',
  params: nothing,
  body: z.strictObject({ code }),
  reply: z.object({ codes: z.array(z.string()) }),
})

export const ShowSecondFactor = endpoint({
  verb: 'POST',
  path: '/api/me/second-factor/show',
  who: 'signed_in',
  limit: 'login',
  zh: '输入验证码或恢复码，这次登录就算验证过了',
  params: nothing,
  body: z.strictObject({ code }),
  reply: FactorView,
})

export const EndSecondFactor = endpoint({
  verb: 'POST',
  path: '/api/me/second-factor/end',
  who: 'signed_in',
  limit: 'login',
  zh: '用验证码或恢复码关闭两步验证',
  params: nothing,
  body: z.strictObject({ code }),
  reply: FactorView,
})

/** For whoever lost phone and recovery codes. */
export const EndStaffFactor = endpoint({
  verb: 'POST',
  path: '/api/staff/:id/second-factor/end',
  who: ['admin'],
  isSensitive: true,
  zh: '为丢了手机的工作人员关闭两步验证，他的所有登录同时退出',
  params: idParams,
  body: z.strictObject({ key }),
  reply: z.object({ ended: z.literal(true) }),
})
