import type { z } from 'zod'
import type { GrantAsk } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { CreateInvite, GrantRole } from '../../shared/people/staff-contract'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { createInvite } from '../people/invite-actions'
import { grantRole, readStaff } from '../people/staff-actions'
import { findGridById, findUnitById } from './queries'

/** 全县, 新建网格, 县市政工程公司, or both: the scope as people say it, of things that are there. */
async function scopeZhOf({ db }: Deps, { unitId, gridId }: Pick<GrantAsk, 'unitId' | 'gridId'>) {
  const [unit, grid] = await Promise.all([
    unitId === null ? null : findUnitById(db, unitId),
    gridId === null ? null : findGridById(db, gridId),
  ])
  if (unit === undefined) return fail('invalid', '没有这个单位，请重新选择', 'unitId')
  if (grid === undefined) return fail('invalid', '没有这个网格，请重新选择', 'gridId')
  return [unit?.name, grid?.name].filter(Boolean).join(' · ') || '全县'
}

export async function grantScopedRole(
  deps: Deps,
  actor: Actor,
  personId: string,
  { role, unitId, gridId }: z.output<typeof GrantRole.body>,
  send: Send,
) {
  await readStaff(deps, actor, personId)
  const ask = { role, unitId, gridId }
  return grantRole(deps, actor, { personId, ask, scopeZh: await scopeZhOf(deps, ask) }, send)
}

export async function inviteScoped(
  deps: Deps,
  actor: Actor,
  { name, days, role, unitId, gridId }: z.output<typeof CreateInvite.body>,
  send: Send,
) {
  const ask = { role, unitId, gridId }
  return createInvite(deps, actor, { name, days, ask, scopeZh: await scopeZhOf(deps, ask) }, send)
}
