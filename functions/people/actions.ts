import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Me, SessionView } from '../../shared/people/contract'
import type { Actor } from '../../shared/people/roles'
import { sessionLimits, sessionsMost } from '../../shared/people/sessions'
import type { Deps, WhoIs } from '../http/deps'
import { fail } from '../http/refused'
import {
  endSession,
  findDemoPerson,
  findPerson,
  findWho,
  listDemoPeople,
  listHolders,
  listRoles,
  personOfOpenid,
} from './queries'
import { recordSession } from './session-queries'

/** Tokens are 256 random bits: a plain hash is enough, there is nothing to guess. */
export const hashToken = (token: string) => bytesToHex(sha256(utf8ToBytes(token)))

/** The device and the block of addresses a sign-in comes from. */
type From = { readonly device: string; readonly address: string }

export const whoIs =
  ({ db, now }: Deps): WhoIs =>
  (token, key) =>
    findWho(db, hashToken(token), key, now())

export async function startWechatSession(deps: Deps, code: string, from: From): Promise<SessionView> {
  const openid = await deps.wechat.openidOf(code)
  const personId = await personOfOpenid(deps.db, openid, deps.newId(), deps.now())
  return startSession(deps, personId ?? fail('forbidden', '这个账号已停用，请联系创建办'), from)
}

export async function startDemoSession(deps: Deps, personId: string, from: From): Promise<SessionView> {
  const chosen = deps.demo ? await findDemoPerson(deps.db, personId) : undefined
  return startSession(deps, chosen?.id ?? fail('not_found', '没有这个演示账号'), from)
}

async function startSession(deps: Deps, personId: string, from: From): Promise<SessionView> {
  const { db, now, newSecret } = deps
  const found = (await findPerson(db, personId)) ?? fail('not_found', '没有找到这个人')
  const token = newSecret()
  const at = now()
  const { idleMinutes, expiresAt } = sessionLimits(found, at)
  const limits = { idleMinutes, expiresAt, most: sessionsMost(found) }
  await recordSession(db, { tokenHash: hashToken(token), personId, ...limits, ...from, at })
  return { token, expiresAt: expiresAt.toISOString(), me: await readMe(deps, found) }
}

export async function readMe({ db }: Deps, { id }: Pick<Actor, 'id'>): Promise<Me> {
  const found = (await findPerson(db, id)) ?? fail('not_found', '没有找到这个人')
  return { id, name: found.name, roles: await listRoles(db, id) }
}

export async function listDemoAccounts({ db, demo }: Deps) {
  const found = demo ? await listDemoPeople(db) : []
  return {
    items: found.map(({ id, name, demoZh, grants }) => ({
      id,
      name,
      zh: demoZh ?? '',
      roles: [...new Set(grants.map(({ role }) => role))],
    })),
  }
}

export const listInspectors = async ({ db }: Deps, gridId: string | undefined) => ({
  items: await listHolders(db, 'verifier', gridId),
})

export async function endMySession({ db, now }: Deps, token: string) {
  await endSession(db, hashToken(token), now())
  return { ended: true as const }
}
