import type { z } from 'zod'
import { pageFrom, readCursor } from '../../shared/kit/page'
import { differences, SETTING_KIND_ZH, type SettingKind } from '../../shared/people/changes'
import { checkGrant, type GrantAsk, isCountyAdmin, mayHandle, reachOf } from '../../shared/people/grants'
import type { Actor, Grant } from '../../shared/people/roles'
import { sessionLimits } from '../../shared/people/sessions'
import type { ListStaff, StaffView } from '../../shared/people/staff-contract'
import { ROLE_ZH } from '../../shared/people/words'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { recordGrant, recordGrantEnd, recordSessionsEnd } from './grant-queries'
import { findPerson } from './queries'
import { findGrant, findSignIns, listChangeRows, listGrantHistory, listStaffRows } from './staff-queries'

/** The limits of a staff session, for whoever just became staff. */
export const staffLimits = (at: Date) =>
  sessionLimits({ id: '', grants: [{ role: 'admin', unitId: null, gridId: null }] }, at)

export async function listStaff(
  { db }: Deps,
  actor: Actor,
  { q, role, cursor, size }: z.output<typeof ListStaff.body>,
) {
  const rows = await listStaffRows(db, { q, role, after: readCursor(cursor), size, reach: reachOf(actor) })
  return pageFrom(rows, size, ({ name, id }) => ({ at: name, id }))
}

/** A grid's administrator sees who holds, or held, a role of that grid, and only those roles. */
export async function readStaff({ db, now }: Deps, actor: Actor, id: string): Promise<StaffView> {
  const person = (await findPerson(db, id)) ?? fail('not_found', '没有找到这个人')
  const [grants, { sessions, seenAt }] = await Promise.all([
    listGrantHistory(db, id, reachOf(actor)),
    findSignIns(db, id, now()),
  ])
  if (grants.length === 0 && !isCountyAdmin(actor)) fail('not_found', '没有找到这个人')
  return {
    ...{ id, name: person.name, sessions, seenAt: seenAt?.toISOString() ?? null },
    grants: grants.map((one) => ({
      ...one,
      grantedAt: one.grantedAt.toISOString(),
      endedAt: one.endedAt?.toISOString() ?? null,
    })),
  }
}

const roleFacts = (name: string, { role }: Pick<Grant, 'role'>, scopeZh: string) => ({
  人员: name,
  角色: ROLE_ZH[role],
  范围: scopeZh,
})

/** `scopeZh` is said by the column that knows grids and units. */
export async function grantRole(
  deps: Deps,
  actor: Actor,
  { personId, ask, scopeZh }: { personId: string; ask: GrantAsk; scopeZh: string },
  send: Send,
) {
  const { db, newId, now } = deps
  const { name } = (await findPerson(db, personId)) ?? fail('not_found', '没有找到这个人')
  const refusal = checkGrant(actor, ask)
  if (refusal) grant(refusal)
  const zh = `给${name}授予${ROLE_ZH[ask.role]}`
  const facts = { before: {}, after: roleFacts(name, ask, scopeZh) }
  const change = {
    id: newId(),
    kind: 'role_granted' as const,
    subjectId: personId,
    gridId: ask.gridId,
    zh,
    ...facts,
    by: actor.id,
    at: now(),
  }
  const given = { id: newId(), personId, ask, scopeZh }
  const made = await recordGrant(db, send, given, change, staffLimits(now()))
  return made ? readStaff(deps, actor, personId) : fail('wrong_state', `${name}已经有这个角色了`)
}

export async function endGrant(deps: Deps, actor: Actor, id: string, send: Send) {
  const { db, newId, now } = deps
  const held = (await findGrant(db, id)) ?? fail('not_found', '没有找到这个角色')
  const name = (await findPerson(db, held.personId))?.name ?? '已停用的人'
  if (!mayHandle(actor, held)) fail('not_found', '没有找到这个角色')
  if (held.endedAt) fail('wrong_state', '这个角色已经收回了')
  const zh = `收回${name}的${ROLE_ZH[held.role]}`
  const facts = { before: roleFacts(name, held, held.scopeZh), after: {} }
  const change = {
    id: newId(),
    kind: 'role_ended' as const,
    subjectId: held.personId,
    gridId: held.gridId,
    zh,
    ...facts,
    by: actor.id,
    at: now(),
  }
  const ended = await recordGrantEnd(db, send, held, change)
  if (ended) return readStaff(deps, actor, held.personId)
  const still = await findGrant(db, id)
  return still?.endedAt
    ? fail('conflict', '别人刚刚收回了这个角色，请刷新')
    : fail('wrong_state', '这是全县最后一名管理员，请先指定另一名管理员')
}

/** Where somebody works, if all of it is one grid. */
const oneGrid = ([first, ...rest]: readonly Grant[]) =>
  first && rest.every(({ gridId }) => gridId === first.gridId) ? first.gridId : null

export async function endStaffSessions(deps: Deps, actor: Actor, id: string, send: Send) {
  const { db, newId, now } = deps
  const { name, grants } = (await findPerson(db, id)) ?? fail('not_found', '没有找到这个人')
  await readStaff(deps, actor, id)
  const mine = grants.length === 0 ? [{ role: 'citizen' as const, unitId: null, gridId: null }] : grants
  if (!mine.every((held) => mayHandle(actor, held))) fail('forbidden', `${name}的角色超出您的管理范围`)
  const { sessions } = await findSignIns(db, id, now())
  const change = {
    ...{ id: newId(), kind: 'sessions_ended' as const, subjectId: id, zh: `让${name}在所有设备上退出` },
    gridId: oneGrid(mine),
    ...{ before: { 登录: `${sessions} 处` }, after: { 登录: '0 处' }, by: actor.id, at: now() },
  }
  const ended = await recordSessionsEnd(db, send, id, change)
  return ended ? readStaff(deps, actor, id) : fail('wrong_state', `${name}现在没有登录`)
}

type ChangesAsk = {
  readonly kind?: SettingKind | undefined
  readonly cursor?: string | undefined
  readonly size: number
}

export async function listChanges({ db }: Deps, actor: Actor, { kind, cursor, size }: ChangesAsk) {
  const rows = await listChangeRows(db, kind, { after: momentCursor(cursor), size, reach: reachOf(actor) })
  const { items, next } = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return {
    items: items.map(({ before, after, at, kind: one, ...row }) => ({
      ...row,
      ...{ kind: one, kindZh: SETTING_KIND_ZH[one], at: at.toISOString(), lines: differences(before, after) },
    })),
    next,
  }
}

/** A cursor made of a moment; a made-up one is no cursor. */
export function momentCursor(text: string | undefined) {
  const cursor = readCursor(text)
  return cursor && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(cursor.at) && !Number.isNaN(Date.parse(cursor.at))
    ? cursor
    : null
}
