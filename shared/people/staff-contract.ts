import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../kit/fields'
import { SETTING_KINDS } from './changes'
import { GRANTED_ROLES, INVITE_DAYS } from './grants'
import { ROLES } from './roles'

const role = z.enum(GRANTED_ROLES, '请选择角色')
const scopeId = z.string().min(1).max(64).nullable().default(null)

const HeldRole = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  unitId: z.string().nullable(),
  gridId: z.string().nullable(),
  scopeZh: z.string(),
})

export const StaffRow = z.object({ id: z.string(), name: z.string(), roles: z.array(HeldRole) })
export type StaffRow = z.infer<typeof StaffRow>

/** One grant with its history: who gave it, and who took it back. */
const GrantView = HeldRole.extend({
  grantedAt: moment,
  grantedBy: z.string().nullable(),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
})
export const StaffView = z.object({
  id: z.string(),
  name: z.string(),
  grants: z.array(GrantView),
  /** Sign-ins that are good at this moment. */
  sessions: z.number().int(),
  seenAt: moment.nullable(),
})
export type StaffView = z.infer<typeof StaffView>

export const InviteView = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  scopeZh: z.string(),
  state: z.enum(['open', 'used', 'ended', 'expired']),
  byName: z.string(),
  at: moment,
  expiresAt: moment,
  usedByName: z.string().nullable(),
})
export type InviteView = z.infer<typeof InviteView>

export const ChangeView = z.object({
  id: z.string(),
  kind: z.enum(SETTING_KINDS),
  kindZh: z.string(),
  zh: z.string(),
  byName: z.string(),
  at: moment,
  lines: z.array(z.object({ name: z.string(), was: z.string(), is: z.string() })),
})
export type ChangeView = z.infer<typeof ChangeView>

export const ListStaff = endpoint({
  verb: 'GET',
  path: '/api/staff',
  who: ['admin'],
  zh: '工作人员和他们现在的角色，可按姓名、单位、网格和角色找',
  params: nothing,
  body: z.strictObject({ q: words('姓名', 30).optional(), role: role.optional(), ...pageQuery }),
  reply: pageOf(StaffRow),
})

export const GetStaff = endpoint({
  verb: 'GET',
  path: '/api/staff/:id',
  who: ['admin'],
  zh: '一名工作人员的角色历史：谁在什么时候给的、收的，现在有几处登录',
  params: idParams,
  body: nothing,
  reply: StaffView,
})

export const GrantRole = endpoint({
  verb: 'POST',
  path: '/api/staff/:id/grants',
  who: ['admin'],
  isSensitive: true,
  zh: '给一个人角色，立即生效；不能超出自己的管理范围',
  params: idParams,
  body: z.strictObject({ key, role, unitId: scopeId, gridId: scopeId }),
  reply: StaffView,
})

export const EndGrant = endpoint({
  verb: 'POST',
  path: '/api/grants/:id/end',
  who: ['admin'],
  isSensitive: true,
  zh: '收回一个角色，立即生效；全县最后一名管理员不能收回',
  params: idParams,
  body: z.strictObject({ key }),
  reply: StaffView,
})

export const EndStaffSessions = endpoint({
  verb: 'POST',
  path: '/api/staff/:id/sessions/end',
  who: ['admin'],
  isSensitive: true,
  zh: '让一个人在所有设备上退出登录，立即生效',
  params: idParams,
  body: z.strictObject({ key }),
  reply: StaffView,
})

export const ListInvites = endpoint({
  verb: 'GET',
  path: '/api/invites',
  who: ['admin'],
  zh: '发出的邀请，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(InviteView),
})

export const CreateInvite = endpoint({
  verb: 'POST',
  path: '/api/invites',
  who: ['admin'],
  zh: '发出一次性邀请；链接里的口令只在这一次显示，只能用一次，到期作废',
  params: nothing,
  body: z.strictObject({
    key,
    name: someWords('姓名', 20),
    role,
    unitId: scopeId,
    gridId: scopeId,
    days: z.number('有效天数有误').int('有效天数有误').min(INVITE_DAYS.least).max(INVITE_DAYS.most, '最多 30 天'),
  }),
  /** `token` is null when the same request is sent again: what got lost on the way is taken back and made anew. */
  reply: InviteView.extend({ token: z.string().nullable() }),
  isSensitive: true,
})

export const EndInvite = endpoint({
  verb: 'POST',
  path: '/api/invites/:id/end',
  who: ['admin'],
  zh: '撤回一个还没有人接受的邀请',
  params: idParams,
  body: z.strictObject({ key }),
  reply: InviteView,
  isSensitive: true,
})

const token = z.string('邀请链接不完整').min(16, '邀请链接不完整').max(128, '邀请链接不完整')
const InviteLook = z.object({ name: z.string(), role: z.enum(ROLES), scopeZh: z.string(), expiresAt: moment })

/** A POST, so that the token does not stand in anybody's log of addresses. */
export const LookAtInvite = endpoint({
  verb: 'POST',
  path: '/api/invites/look',
  who: 'signed_in',
  zh: '看一个邀请给的是什么角色；用过的和失效的看不到',
  params: nothing,
  body: z.strictObject({ token }),
  reply: InviteLook,
})

export const AcceptInvite = endpoint({
  verb: 'POST',
  path: '/api/invites/accept',
  who: 'signed_in',
  zh: '接受邀请，立即得到角色；一个邀请只有一个人能接受',
  params: nothing,
  body: z.strictObject({ key, token }),
  reply: z.object({ role: z.enum(ROLES), scopeZh: z.string() }),
})

export const ListChanges = endpoint({
  verb: 'GET',
  path: '/api/setting-changes',
  who: ['admin'],
  zh: '变更记录：谁在什么时候把哪项设置从什么改成了什么，最新的在前，不能改也不能删',
  params: nothing,
  body: z.strictObject({ kind: z.enum(SETTING_KINDS, '没有这类变更').optional(), ...pageQuery }),
  reply: pageOf(ChangeView),
})
