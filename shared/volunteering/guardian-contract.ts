import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords } from '../kit/fields'
import { RISK_CLASSES } from './guardians'
import { AGE_BANDS } from './volunteers'

const MyConsents = z.object({
  /** Null for whoever is not registered. */
  ageBand: z.enum(AGE_BANDS).nullable(),
  texts: z.array(z.object({ riskClass: z.enum(RISK_CLASSES), version: z.string(), zh: z.string() })),
  items: z.array(
    z.object({
      id: z.string(),
      riskClass: z.enum(RISK_CLASSES),
      textVersion: z.string(),
      at: moment,
      revokedAt: moment.nullable(),
    }),
  ),
})
export type MyConsents = z.infer<typeof MyConsents>

export const ListMyConsents = endpoint({
  verb: 'GET',
  path: '/api/my-guardian-consents',
  who: 'signed_in',
  zh: '本人的监护人同意：同意书原文、已同意和已撤回的',
  params: nothing,
  body: nothing,
  reply: MyConsents,
})

export const GiveConsent = endpoint({
  verb: 'POST',
  path: '/api/my-guardian-consents',
  who: 'signed_in',
  zh: '监护人按风险等级同意未成年人参加志愿服务；姓名电话加密保存',
  params: nothing,
  body: z.strictObject({
    key,
    riskClass: z.enum(RISK_CLASSES, '请选择风险等级'),
    guardianName: someWords('监护人姓名', 20),
    phone: z
      .string('请填写监护人手机号')
      .trim()
      .regex(/^1[3-9]\d{9}$/, '手机号不完整，例如 13800000000'),
    textVersion: z.string('请先阅读同意书').min(1, '请先阅读同意书').max(20, '同意书版本有误'),
    agreed: z.literal(true, '请监护人勾选同意'),
  }),
  reply: MyConsents,
})

export const RevokeConsent = endpoint({
  verb: 'POST',
  path: '/api/my-guardian-consents/:id/revocations',
  who: 'signed_in',
  zh: '撤回监护人同意；还没开始的同类活动一并取消报名',
  params: idParams,
  body: z.strictObject({ key }),
  reply: MyConsents,
})
