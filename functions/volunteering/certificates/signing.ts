import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fail } from '../../http/refused'

const ALG = 'Ed25519'
/** What stands before the 32 bytes of a seed in PKCS8 (RFC 8410). */
const PKCS8_HEAD = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]
const SEED_BYTES = 32

type Bytes = Uint8Array<ArrayBuffer>
/** A snapshot's proof: the digest in hex, key and signature as base64url. */
export type Proof = {
  readonly sha256: string
  readonly alg: typeof ALG
  readonly keyId: string
  readonly publicKey: string
  readonly signature: string
}

const toBase64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

const digestOf = (text: string) => sha256(utf8ToBytes(text)) as Bytes

async function open(certificateKey: string) {
  if (certificateKey === '') return fail('unavailable', '还没有配置证明的签名密钥，请系统管理员设置 CERTIFICATE_KEY')
  const given = fromBase64url(certificateKey)
  const pkcs8 = given.length === SEED_BYTES ? Uint8Array.from([...PKCS8_HEAD, ...given]) : given
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, ALG, true, ['sign'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', key)
  return { key, publicKey: x, keyId: keyIdOf(x) }
}

export const keyIdOf = (publicKey: string) => `v1.${bytesToHex(sha256(utf8ToBytes(publicKey))).slice(0, 16)}`

/** The public half of the key in use; null where none is set. */
export const publicKeyOf = async (certificateKey: string) =>
  certificateKey === '' ? null : (await open(certificateKey)).publicKey

/** Ed25519 over the SHA-256 of the text. */
export async function sign(certificateKey: string, text: string): Promise<Proof> {
  const { key, publicKey, keyId } = await open(certificateKey)
  const digest = digestOf(text)
  const signature = toBase64url(new Uint8Array(await crypto.subtle.sign(ALG, key, digest)))
  return { sha256: bytesToHex(digest), alg: ALG, keyId, publicKey, signature }
}

export async function verify(text: string, { sha256: said, publicKey, signature }: Omit<Proof, 'alg' | 'keyId'>) {
  const digest = digestOf(text)
  if (bytesToHex(digest) !== said) return false
  const jwk = { kty: 'OKP', crv: ALG, x: publicKey }
  const key = await crypto.subtle.importKey('jwk', jwk, ALG, false, ['verify'])
  return crypto.subtle.verify(ALG, key, fromBase64url(signature), digest)
}

/** 128 random bits. */
export const newLinkKey = () => toBase64url(crypto.getRandomValues(new Uint8Array(16)))
