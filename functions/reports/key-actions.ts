import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import {
  API_KEY_SCOPE_ZH,
  type ApiKeyScope,
  type ApiKeyView,
  type CreateApiKey,
} from '../../shared/reports/keys-contract'
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

/** A key lets a platform speak to the whole county. */
function admitted(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

export async function listApiKeys({ db }: Deps, actor: Actor) {
  admitted(actor)
  return { items: (await listApiKeyRows(db)).map(view) }
}

const factsOf = ({ name, scopes }: { name: string; scopes: readonly ApiKeyScope[] }) => ({
  平台: name,
  权限: scopes.map((scope) => API_KEY_SCOPE_ZH[scope]).join('，'),
})

export async function createApiKey(
  deps: Deps,
  actor: Actor,
  { name, scopes: asked }: z.output<typeof CreateApiKey.body>,
  send: Send,
): Promise<z.input<typeof CreateApiKey.reply>> {
  admitted(actor)
  const { db, newId, newSecret, now } = deps
  const { id: by } = actor
  const id = newId()
  const scopes = [...new Set(asked)]
  const secret = `wm_${newSecret()}`
  const row = { id, eventId: newId(), personId: newId(), keyHash: hashKey(secret), by, at: now() }
  await recordApiKey(
    db,
    send,
    { ...row, name, scopes },
    {
      ...{ id: newId(), kind: 'key_made', subjectId: id, zh: `给${name}开通接口密钥` },
      ...{ before: {}, after: factsOf({ name, scopes }), by, at: row.at },
    },
  )
  return { ...(await readApiKey(deps, id)), secret }
}

export async function endApiKey(deps: Deps, actor: Actor, id: string, send: Send): Promise<ApiKeyView> {
  admitted(actor)
  const { db, newId, now } = deps
  const held = await readApiKey(deps, id)
  const done = { by: actor.id, at: now() }
  const change = {
    ...{ id: newId(), kind: 'key_ended' as const, subjectId: id, zh: `停用${held.name}的接口密钥` },
    ...{ before: factsOf(held), after: {}, ...done },
  }
  const ended = await recordKeyEnd(db, send, { id, eventId: newId(), ...done }, change)
  return ended ? readApiKey(deps, id) : fail('wrong_state', '这个接入密钥已经停用了')
}

/** The platform a key speaks for, or a refusal that does not tell what is wrong with it. */
export const readPlatform = async ({ db }: Deps, secret: string, scope: ApiKeyScope) =>
  (await findPlatform(db, hashKey(secret), scope)) ?? fail('forbidden', 'api_key 无效、已停用或没有这项权限', 'api_key')
