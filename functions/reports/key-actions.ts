import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { ApiKeyScope, ApiKeyView, CreateApiKey } from '../../shared/reports/keys-contract'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { findApiKey, findPlatform, listApiKeyRows, recordApiKey, recordKeyEnd } from './key-queries'

/** Keys are 256 random bits: a plain hash is enough, there is nothing to guess. */
const hashKey = (secret: string) => bytesToHex(sha256(utf8ToBytes(secret)))

type Row = NonNullable<Awaited<ReturnType<typeof findApiKey>>>

const view = ({ id, name, scopes, createdAt, endedAt }: Row): ApiKeyView => ({
  ...{ id, name, scopes: [...scopes] },
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
})

export async function readApiKey({ db }: Deps, id: string): Promise<ApiKeyView> {
  return view((await findApiKey(db, id)) ?? fail('not_found', '没有找到这个接入密钥'))
}

/** Keys let other platforms in to the whole county: they are for its administrators, not for those of a grid or a unit. */
function checkAdmin(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

export async function listApiKeys({ db }: Deps, actor: Actor) {
  checkAdmin(actor)
  return { items: (await listApiKeyRows(db)).map(view) }
}

export async function createApiKey(
  deps: Deps,
  actor: Actor,
  { name, scopes }: z.output<typeof CreateApiKey.body>,
  send: Send,
): Promise<z.input<typeof CreateApiKey.reply>> {
  checkAdmin(actor)
  const { db, newId, newSecret, now } = deps
  const id = newId()
  const secret = `wm_${newSecret()}`
  const row = { id, eventId: newId(), personId: newId(), keyHash: hashKey(secret), by: actor.id, at: now() }
  await recordApiKey(db, send, { ...row, name, scopes: [...new Set(scopes)] })
  return { ...(await readApiKey(deps, id)), secret }
}

export async function endApiKey(deps: Deps, actor: Actor, id: string, send: Send): Promise<ApiKeyView> {
  checkAdmin(actor)
  await readApiKey(deps, id)
  const ended = await recordKeyEnd(deps.db, send, { id, eventId: deps.newId(), by: actor.id, at: deps.now() })
  return ended ? readApiKey(deps, id) : fail('wrong_state', '这个接入密钥已经停用了')
}

/** The platform a key speaks for, or a refusal that does not tell what is wrong with it. */
export const readPlatform = async ({ db }: Deps, secret: string, scope: ApiKeyScope) =>
  (await findPlatform(db, hashKey(secret), scope)) ?? fail('forbidden', 'api_key 无效、已停用或没有这项权限', 'api_key')
