import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fail } from './refused'

/** Names the way of sealing, so that another can stand beside it. */
const ALG = 'A256GCM'
const IV_BYTES = 12

export type Sealed = { readonly alg: string; readonly keyId: string; readonly sealed: string }

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (text: string) => utf8ToBytes(text) as Bytes

/** 256 bits for one purpose, from the house's secret by HKDF; the secret itself seals nothing. */
async function bitsFor(secret: string, purpose: string): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, ['deriveBits'])
  const given = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf('wenming'), info: bytesOf(purpose) }
  return new Uint8Array(await crypto.subtle.deriveBits(given, material, 256))
}

async function keyFor(secret: string) {
  const bits = await bitsFor(secret, 'reporter contact v1')
  const key = await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { key, keyId: `v1.${bytesToHex(sha256(bits)).slice(0, 8)}` }
}

/** `about` is bound to it: what was sealed for one report does not open for another. */
export async function seal(secret: string, about: string, content: unknown): Promise<Sealed> {
  const { key, keyId } = await keyFor(secret)
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const given = { name: 'AES-GCM', iv, additionalData: bytesOf(about) }
  const closed = new Uint8Array(await crypto.subtle.encrypt(given, key, bytesOf(JSON.stringify(content))))
  return { alg: ALG, keyId, sealed: bytesToHex(iv) + bytesToHex(closed) }
}

const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** By which of the keys it was sealed. */
export const keyIdOf = async (secret: string) => (await keyFor(secret)).keyId

export async function unseal(
  secrets: readonly string[],
  about: string,
  { alg, keyId, sealed }: Sealed,
): Promise<unknown> {
  const keys = await Promise.all(secrets.map(keyFor))
  const key = keys.find((one) => one.keyId === keyId)?.key
  if (alg !== ALG || !key) return fail('unavailable', 'SECRET 换过，这条联系方式打不开了，请找系统管理员')
  const bytes = fromHex(sealed)
  const given = { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES), additionalData: bytesOf(about) }
  const open = await crypto.subtle
    .decrypt(given, key, bytes.slice(IV_BYTES))
    .catch(() => fail('unavailable', '这条联系方式损坏了，打不开'))
  return JSON.parse(new TextDecoder().decode(open))
}

/** Tells whether two numbers or addresses are the same without keeping either. */
export async function markOf(secret: string, channel: string) {
  const bits = await bitsFor(secret, 'caller mark v1')
  return `v1.${bytesToHex(hmac(sha256, bits, bytesOf(channel)))}`
}

/** The mark as it is made now, then as the former secret made it. */
export const marksOf = (secrets: readonly string[], channel: string) =>
  Promise.all(secrets.map((secret) => markOf(secret, channel)))
