import { type Refusal, refuse } from '../kit/refusal'
import type { Actor, Grant } from './roles'
import { ROLE_ZH } from './words'

/** Roles an administrator hands out; citizens and volunteers become so by themselves. */
export const GRANTED_ROLES = [
  'reviewer',
  'dispatcher',
  'handler',
  'verifier',
  'area_leader',
  'grid_chief',
  'shift_leader',
  'admin',
] as const
export type GrantedRole = (typeof GRANTED_ROLES)[number]

/** What a role needs beside its name, and what it may have. */
export const ROLE_SCOPE: Record<GrantedRole, { readonly unit: 'needs' | 'may'; readonly grid: 'needs' | 'may' }> = {
  reviewer: { unit: 'may', grid: 'may' },
  dispatcher: { unit: 'may', grid: 'may' },
  handler: { unit: 'needs', grid: 'may' },
  verifier: { unit: 'may', grid: 'may' },
  area_leader: { unit: 'may', grid: 'needs' },
  grid_chief: { unit: 'may', grid: 'needs' },
  shift_leader: { unit: 'may', grid: 'may' },
  admin: { unit: 'may', grid: 'may' },
}

export type GrantAsk = Grant & { readonly role: GrantedRole }

/** The unit of an administrator says where they sit; only a grid narrows what they reach. */
export const isCountyAdmin = (actor: Actor) =>
  actor.grants.some(({ role, gridId }) => role === 'admin' && gridId === null)

/** What of the county's staff an administrator may see: all of it (null), or what belongs to these grids. */
export const reachOf = (actor: Actor): readonly string[] | null =>
  isCountyAdmin(actor)
    ? null
    : actor.grants.flatMap(({ role, gridId }) => (role === 'admin' && gridId !== null ? [gridId] : []))

/** Nobody hands out, or takes away, what reaches beyond their own reach. */
const reaches = (mine: Grant, asked: Grant) =>
  mine.role === 'admin' && (mine.gridId === null || mine.gridId === asked.gridId)

export const mayHandle = (actor: Actor, asked: Grant) => actor.grants.some((mine) => reaches(mine, asked))

export function checkGrant(actor: Actor, ask: GrantAsk): Refusal | null {
  const { unit, grid } = ROLE_SCOPE[ask.role]
  if (unit === 'needs' && ask.unitId === null) return refuse('missing', `${ROLE_ZH[ask.role]}要选择单位`, 'unitId')
  if (grid === 'needs' && ask.gridId === null) return refuse('missing', `${ROLE_ZH[ask.role]}要选择网格`, 'gridId')
  if (mayHandle(actor, ask)) return null
  return refuse('forbidden', '超出您自己的管理范围，请选择您管理的网格')
}

/** What only the whole county's administrator may change. */
export const checkCountyAdmin = (actor: Actor): Refusal | null =>
  isCountyAdmin(actor) ? null : refuse('forbidden', '这项设置影响全县，要由全县的管理员修改')

export const INVITE_DAYS = { least: 1, most: 30, usual: 7 } as const

export type InviteState = 'open' | 'used' | 'ended' | 'expired'
type InviteNow = { readonly usedAt: Date | null; readonly endedAt: Date | null; readonly expiresAt: Date }

export function inviteState({ usedAt, endedAt, expiresAt }: InviteNow, at: Date): InviteState {
  if (usedAt) return 'used'
  if (endedAt) return 'ended'
  return expiresAt <= at ? 'expired' : 'open'
}

export const INVITE_STATE_ZH: Record<InviteState, string> = {
  open: '等待接受',
  used: '已接受',
  ended: '已撤回',
  expired: '已过期',
}

export const inviteClosedZh = (state: Exclude<InviteState, 'open'>) =>
  state === 'used' ? '这个邀请已经用过了，每个邀请只能用一次' : '这个邀请已经失效，请联系管理员重新发一个'
