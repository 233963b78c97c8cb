import { pageFrom } from '../../shared/kit/page'
import { addDays } from '../../shared/kit/time'
import { checkGrant, type GrantAsk, inviteClosedZh, inviteState, mayHandle, reachOf } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { InviteView } from '../../shared/people/staff-contract'
import { ROLE_ZH } from '../../shared/people/words'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { hashToken } from './actions'
import {
  type FoundInvite,
  findInvite,
  findInviteByToken,
  listInviteRows,
  recordInvite,
  recordInviteEnd,
  recordInviteUse,
} from './invite-queries'
import { momentCursor, staffLimits } from './staff-actions'

const view = (row: FoundInvite, at: Date): InviteView => ({
  ...{ id: row.id, name: row.name, role: row.role, scopeZh: row.scopeZh, byName: row.byName },
  ...{ at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString(), usedByName: row.usedByName },
  state: inviteState(row, at),
})

export async function readInvite({ db, now }: Deps, id: string): Promise<InviteView> {
  return view((await findInvite(db, id)) ?? fail('not_found', '没有找到这个邀请'), now())
}

export async function listInvites(
  { db, now }: Deps,
  actor: Actor,
  { cursor, size }: { cursor?: string | undefined; size: number },
) {
  const rows = await listInviteRows(db, { after: momentCursor(cursor), size, reach: reachOf(actor) })
  const { items, next } = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return { items: items.map((row) => view(row, now())), next }
}

type NewInvite = { readonly name: string; readonly days: number; readonly ask: GrantAsk; readonly scopeZh: string }

const facts = ({
  name,
  role,
  scopeZh,
}: {
  name: string
  role: GrantAsk['role'] | FoundInvite['role']
  scopeZh: string
}) => ({
  姓名: name,
  角色: ROLE_ZH[role],
  范围: scopeZh,
})

export async function createInvite(deps: Deps, actor: Actor, { name, days, ask, scopeZh }: NewInvite, send: Send) {
  const refusal = checkGrant(actor, ask)
  if (refusal) grant(refusal)
  const { db, newId, newSecret, now } = deps
  const [id, token, at] = [newId(), newSecret(), now()]
  const row = { id, tokenHash: hashToken(token), name, ...ask, scopeZh, by: actor.id, at, expiresAt: addDays(at, days) }
  const zh = `邀请${name}担任${ROLE_ZH[ask.role]}`
  const after = { ...facts({ name, role: ask.role, scopeZh }), 有效期: `${days} 天` }
  await recordInvite(db, send, row, {
    ...{ id: newId(), kind: 'invited', subjectId: id, gridId: ask.gridId, zh, before: {}, after, by: actor.id, at },
  })
  return { ...(await readInvite(deps, id)), token }
}

export async function endInvite(deps: Deps, actor: Actor, id: string, send: Send) {
  const { db, newId, now } = deps
  const found = (await findInvite(db, id)) ?? fail('not_found', '没有找到这个邀请')
  if (!mayHandle(actor, found)) fail('not_found', '没有找到这个邀请')
  const ended = await recordInviteEnd(db, send, id, {
    ...{ id: newId(), kind: 'invite_ended', subjectId: id, gridId: found.gridId, zh: `撤回给${found.name}的邀请` },
    ...{ before: facts(found), after: {}, by: actor.id, at: now() },
  })
  return ended ? readInvite(deps, id) : fail('wrong_state', '这个邀请已经用过或撤回了')
}

async function openInvite({ db, now }: Deps, token: string) {
  const found = (await findInviteByToken(db, hashToken(token))) ?? fail('not_found', '没有这个邀请，请检查链接是否完整')
  const state = inviteState(found, now())
  return state === 'open' ? found : fail('wrong_state', inviteClosedZh(state))
}

export async function lookAtInvite(deps: Deps, token: string) {
  const { name, role, scopeZh, expiresAt } = await openInvite(deps, token)
  return { name, role, scopeZh, expiresAt: expiresAt.toISOString() }
}

export async function acceptInvite(deps: Deps, actor: Actor, token: string, send: Send) {
  const { db, newId, now } = deps
  const found = await openInvite(deps, token)
  const use = { tokenHash: hashToken(token), grantId: newId(), personId: actor.id }
  const change = {
    ...{
      id: newId(),
      kind: 'invite_used' as const,
      subjectId: found.id,
      gridId: found.gridId,
      zh: `${found.name}接受了邀请`,
    },
    ...{ before: {}, after: facts(found), by: actor.id, at: now() },
  }
  const used = await recordInviteUse(db, send, use, found, change, staffLimits(now()))
  if (!used) fail('wrong_state', inviteClosedZh('used'))
  return { role: found.role, scopeZh: found.scopeZh }
}

/** A resend of the one who was let in. */
export async function readAccepted({ db }: Deps, id: string) {
  const { role, scopeZh } = (await findInvite(db, id)) ?? fail('not_found', '没有找到这个邀请')
  return { role, scopeZh }
}
