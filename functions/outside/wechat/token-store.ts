import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Db } from '../../db/types'
import { findToken, keepToken } from '../../db/wechat-tokens'
import type { TokenStore } from '../../http/wechat-types'

const IV_BYTES = 12
const keyFor = (secret: string) =>
  crypto.subtle.importKey(
    'raw',
    hmac(sha256, utf8ToBytes(secret), utf8ToBytes('wechat token v1')) as Uint8Array<ArrayBuffer>,
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  )

/** One sealed row an app; what another secret sealed does not open, and is fetched anew. */
export const tokenStore = (db: Db, secret: string): TokenStore => ({
  find: async (appid, now) => {
    const sealed = await findToken(db, appid, now)
    if (sealed === undefined) return null
    const bytes = hexToBytes(sealed) as Uint8Array<ArrayBuffer>
    const given = { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES) }
    const open = await crypto.subtle.decrypt(given, await keyFor(secret), bytes.slice(IV_BYTES)).catch(() => null)
    return open && new TextDecoder().decode(open)
  },
  keep: async (appid, token, expiresAt) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const words = utf8ToBytes(token) as Uint8Array<ArrayBuffer>
    const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFor(secret), words)
    await keepToken(db, {
      appid,
      alg: 'A256GCM',
      sealed: bytesToHex(iv) + bytesToHex(new Uint8Array(closed)),
      expiresAt,
    })
  },
})
