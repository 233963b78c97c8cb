import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Without what looks alike: no 0 or O, no 1, I or L. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const mac = (secret: string, purpose: string, text: string) =>
  hmac(sha256, utf8ToBytes(`wenming ${purpose} ${secret}`), utf8ToBytes(text))

/** Eight letters made of the exchange's id: its owner may see them again, the database never holds them. */
export const codeOf = (secret: string, exchangeId: string) =>
  [...mac(secret, 'point code v1', exchangeId).slice(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

/** What is kept: without the house's secret nobody tries all codes against it. */
export const codeHashOf = (secret: string, code: string) => bytesToHex(mac(secret, 'point code mark v1', code))

/** The code whose hash is kept, by whichever secret made it; null where none of them did. */
export function codeBehind(secrets: readonly string[], exchangeId: string, codeHash: string) {
  const maker = secrets.find((secret) => codeHashOf(secret, codeOf(secret, exchangeId)) === codeHash)
  return maker === undefined ? null : codeOf(maker, exchangeId)
}
