import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { asciiBytes } from '../../kit/ascii'
import { isSameSecret } from '../../kit/same-secret'
import { MINUTE_MS } from '../../kit/time'

/**
 * 个人码: the volunteer shows it, the leader scans it. It turns every minute and belongs to one sign-up. The leader's
 * phone holds digests of the codes only: it can tell a right one without a network, and cannot make one.
 */
export const PERSONAL_STEP_SECONDS = 60
/** Two phones' clocks: the minute before and the minute after are good too. */
const STEPS_AROUND = 1
const MAC_HEX = 20
const DIGEST_HEX = 6

export type PersonalCode = { readonly signUpId: string; readonly step: number; readonly mac: string }
/** Why a code says nothing about who stands there; `expired` only where it proves it was once good. */
export type BadPersonalCode = 'unreadable' | 'expired' | 'wrong'

/** The key of one sign-up: its owner's phone may hold it and learns nothing about anyone else. */
export const personalKeyOf = (secret: string, signUpId: string) =>
  hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`wenming personal code ${signUpId}`))

export const personalStepAt = (at: Date) => Math.floor(at.getTime() / MINUTE_MS)

/** A keyed hash of one block; cut to 80 bits nothing can be appended to it. */
const macOf = (key: Uint8Array, step: number) =>
  bytesToHex(sha256(concatBytes(key, asciiBytes(`|${step}`)))).slice(0, MAC_HEX)

const digestOf = (mac: string) => bytesToHex(sha256(asciiBytes(mac))).slice(0, DIGEST_HEX)

/** The code of now, and the seconds until the next. */
export function personalCodeAt(key: Uint8Array, signUpId: string, now: Date) {
  const step = personalStepAt(now)
  const secondsLeft = PERSONAL_STEP_SECONDS - (Math.floor(now.getTime() / 1000) % PERSONAL_STEP_SECONDS)
  return { step, text: `WP1.${signUpId}.${step}.${macOf(key, step)}`, secondsLeft }
}

/** What a scan says; null where it is no personal code at all. */
export function parsePersonalCode(scanned: string): PersonalCode | null {
  const [, signUpId, step, mac] = /^WP1\.([\w-]{1,64})\.(\d{1,10})\.([0-9a-f]{20})$/.exec(scanned.trim()) ?? []
  return signUpId === undefined || step === undefined || mac === undefined
    ? null
    : { signUpId, step: Number(step), mac }
}

const isCurrent = (step: number, at: Date) => Math.abs(step - personalStepAt(at)) <= STEPS_AROUND

/** The server's word on a code scanned at a moment, made with any of its secrets: null means that it is right. */
export function judgePersonalCode(
  secrets: readonly string[],
  code: PersonalCode,
  scannedAt: Date,
): BadPersonalCode | null {
  const isOurs = (secret: string) => isSameSecret(macOf(personalKeyOf(secret, code.signUpId), code.step), code.mac)
  if (!secrets.some(isOurs)) return 'wrong'
  return isCurrent(code.step, scannedAt) ? null : 'expired'
}

/** One digest a step, `first` to `last` inclusive, as one string of hex. */
export const digestsOf = (key: Uint8Array, first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => digestOf(macOf(key, first + i))).join('')

type Digests = { readonly firstStep: number; readonly digests: string }

/** The phone's word without a network: null means that the code fits its digest. The server looks at the whole code later. */
export function judgeByDigest({ firstStep, digests }: Digests, code: PersonalCode, now: Date): BadPersonalCode | null {
  const from = (code.step - firstStep) * DIGEST_HEX
  const expected = from < 0 ? '' : digests.slice(from, from + DIGEST_HEX)
  if (expected === '' || !isSameSecret(expected, digestOf(code.mac))) return 'wrong'
  return isCurrent(code.step, now) ? null : 'expired'
}

/** What a leader reads at arm's length. */
export const BAD_PERSONAL_CODE_ZH: Record<BadPersonalCode, string> = {
  unreadable: '这不是志愿者的个人码，请志愿者在签到页点“让领队扫我”',
  expired: '码已过期，请志愿者刷新个人码再扫',
  wrong: '码不对，请核对是不是本场的志愿者',
}
