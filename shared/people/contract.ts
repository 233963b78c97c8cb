import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { moment, nothing } from '../kit/fields'
import { ROLES } from './roles'

export const MyRole = z.object({
  role: z.enum(ROLES),
  unitId: z.string().nullable(),
  gridId: z.string().nullable(),
  scopeZh: z.string(),
})

/** The person as this person may see themself. */
export const Me = z.object({ id: z.string(), name: z.string(), roles: z.array(MyRole) })
export type Me = z.infer<typeof Me>

export const SessionView = z.object({ token: z.string(), expiresAt: moment, me: Me })
export type SessionView = z.infer<typeof SessionView>

export const StartWechatSession = endpoint({
  verb: 'POST',
  path: '/api/sessions/wechat',
  who: 'anyone',
  zh: '用微信登录凭证换取会话；凭证五分钟内有效，只能用一次',
  limit: 'login',
  params: nothing,
  body: z.strictObject({ code: z.string('缺少微信登录凭证').min(1, '缺少微信登录凭证').max(128, '微信登录凭证有误') }),
  reply: SessionView,
})

export const ListDemoAccounts = endpoint({
  verb: 'GET',
  path: '/api/demo-accounts',
  who: 'anyone',
  zh: '演示账号列表；只在演示模式下有内容',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), zh: z.string(), roles: z.array(z.enum(ROLES)) })),
  }),
})

export const StartDemoSession = endpoint({
  verb: 'POST',
  path: '/api/sessions/demo',
  who: 'anyone',
  zh: '选择一个演示账号登录；只在演示模式下可用',
  limit: 'login',
  params: nothing,
  body: z.strictObject({ personId: z.string('请选择演示账号').min(1, '请选择演示账号').max(64, '演示账号有误') }),
  reply: SessionView,
})

export const GetMe = endpoint({
  verb: 'GET',
  path: '/api/me',
  who: 'signed_in',
  zh: '当前登录的人和身份',
  params: nothing,
  body: nothing,
  reply: Me,
})

/** For 派核实: who may be sent to look. Names are for the office only. */
export const ListInspectors = endpoint({
  verb: 'GET',
  path: '/api/inspectors',
  who: ['reviewer'],
  zh: '可以派去现场核实的巡访核查员：管全县的，和管这个网格的',
  params: nothing,
  body: z.strictObject({ gridId: z.string().min(1).max(64).optional() }),
  reply: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), scopeZh: z.string() })) }),
})

export const EndSession = endpoint({
  verb: 'POST',
  path: '/api/sessions/end',
  who: 'signed_in',
  zh: '退出登录',
  params: nothing,
  body: nothing,
  reply: z.object({ ended: z.literal(true) }),
})
