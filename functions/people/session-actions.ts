import { mayHandle } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { SignIn } from '../../shared/people/sessions-contract'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { hashToken } from './actions'
import { findPerson } from './queries'
import { findSignIn, listSignInRows, recordSignInEnd } from './session-queries'
import { readStaff } from './staff-actions'

type SignIns = { items: SignIn[] }

export async function listSignIns({ db, now }: Deps, personId: string, token: string): Promise<SignIns> {
  const rows = await listSignInRows(db, personId, now())
  return {
    items: rows.map(({ id, device, address, createdAt, seenAt, tokenHash }) => ({
      ...{ id, device: device || '未知设备', address },
      startedAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isThis: tokenHash === hashToken(token),
    })),
  }
}

export async function listStaffSignIns(deps: Deps, actor: Actor, personId: string, token: string): Promise<SignIns> {
  await readStaff(deps, actor, personId)
  return listSignIns(deps, personId, token)
}

const gone = () => fail('not_found', '这处登录已经退出了')

export async function endMySignIn(deps: Deps, actor: Actor, { id, token }: { id: string; token: string }, send: Send) {
  const ended = await recordSignInEnd(deps.db, send, { id, personId: actor.id }, deps.now())
  return ended ? listSignIns(deps, actor.id, token) : gone()
}

/** Whoever may take all roles of a person away may also end their sign-ins; for others there is nothing here. */
export async function endStaffSignIn(
  deps: Deps,
  actor: Actor,
  { id, token }: { id: string; token: string },
  send: Send,
): Promise<SignIns> {
  const { personId } = (await findSignIn(deps.db, id, deps.now())) ?? gone()
  const { grants } = (await findPerson(deps.db, personId)) ?? gone()
  const mine = grants.length === 0 ? [{ role: 'citizen' as const, unitId: null, gridId: null }] : grants
  if (!mine.every((held) => mayHandle(actor, held))) return gone()
  const ended = await recordSignInEnd(deps.db, send, { id, personId }, deps.now())
  return ended ? listSignIns(deps, personId, token) : gone()
}
