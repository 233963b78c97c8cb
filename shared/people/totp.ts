import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { hotpDigits } from '../kit/hotp'

/** 两步验证 by RFC 6238: HMAC-SHA-1, 30 seconds, as every authenticator has it. */
const STEP_MS = 30_000
/** One step before and after: a phone's clock is never quite right. */
const DRIFT = [0, -1, 1] as const

export const stepOf = (at: Date) => Math.floor(at.getTime() / STEP_MS)

/** The code of one step. */
export function totp(secret: Uint8Array, step: number, digits = 6): string {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  return hotpDigits(hmac(sha1, secret, new Uint8Array(counter.buffer)), digits)
}

/** The step the code is of; null for a wrong one, and for one at or before the last that was used. */
export function matchingStep(secret: Uint8Array, code: string, at: Date, lastStep: number): number | null {
  const now = stepOf(at)
  return DRIFT.map((drift) => now + drift).find((step) => step > lastStep && totp(secret, step) === code) ?? null
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding (RFC 4648), as people type it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** What an authenticator scans. */
export const otpauthOf = (issuer: string, name: string, secret: string) =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${name}`)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
