import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { asciiBytes } from '../kit/ascii'
import { hotpDigits } from '../kit/hotp'
import { isSameSecret } from '../kit/same-secret'

/** 签到码: turns every 30 seconds, belongs to one shift and one direction; this step and the one before are good. */
export const CODE_DIRECTIONS = ['in', 'out'] as const
export type CodeDirection = (typeof CODE_DIRECTIONS)[number]
export const STEP_SECONDS = 30
const STEPS_BACK = 1
const MAC_HEX = 20
const DIGITS = 8

export type CodeFor = { readonly shiftKey: Uint8Array; readonly shiftId: string; readonly direction: CodeDirection }
export type Code = {
  readonly step: number
  readonly text: string
  readonly digits: string
  readonly secondsLeft: number
}
/** Why a code does not open the door; `expired` only where the code itself proves it was once good. */
export type BadCode = 'unreadable' | 'other_shift' | 'other_direction' | 'expired' | 'wrong'
export type ReadCode = { readonly step: number; readonly method: 'qr' | 'digits' } | { readonly bad: BadCode }

/** The key of one shift: a leader's phone may hold it and learns nothing about any other. */
export const shiftKeyOf = (secret: string, shiftId: string) =>
  hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`wenming check-in ${shiftId}`))

const stepAt = (now: Date) => Math.floor(now.getTime() / (STEP_SECONDS * 1000))

export function codeAt(code: CodeFor, now: Date): Code {
  const step = stepAt(now)
  const mac = macOf(code, step)
  return {
    step,
    text: `WM1.${code.shiftId}.${code.direction}.${step}.${hexOf(mac)}`,
    digits: hotpDigits(mac, DIGITS),
    secondsLeft: STEP_SECONDS - (Math.floor(now.getTime() / 1000) % STEP_SECONDS),
  }
}

/** Reads what was scanned or typed. */
export function readCode(expected: CodeFor, typed: string, now: Date): ReadCode {
  const text = typed.replace(/\s/g, '')
  return /^\d{8}$/.test(text) ? readDigits(expected, text, now) : readText(expected, text, now)
}

/** By any of the keys the shift has had: the word of the one that knows the code. */
export const readCodeByAny = (
  shiftKeys: readonly Uint8Array[],
  of: Omit<CodeFor, 'shiftKey'>,
  typed: string,
  now: Date,
) =>
  shiftKeys
    .map((shiftKey) => readCode({ ...of, shiftKey }, typed, now))
    .reduce((a, b) => ('bad' in a && a.bad === 'wrong' ? b : a))

const isCurrent = (step: number, now: Date) => step <= stepAt(now) && step >= stepAt(now) - STEPS_BACK

function readText(expected: CodeFor, text: string, now: Date): ReadCode {
  const [, shiftId, direction, digits, mac] =
    /^WM1\.([\w-]{1,64})\.(in|out)\.(\d{1,10})\.([0-9a-f]{20})$/.exec(text) ?? []
  if (shiftId === undefined || digits === undefined || mac === undefined) return { bad: 'unreadable' }
  if (shiftId !== expected.shiftId) return { bad: 'other_shift' }
  const step = Number(digits)
  const isOurs = (d: CodeDirection) => isSameSecret(mac, hexOf(macOf({ ...expected, direction: d }, step)))
  if (direction !== expected.direction) return { bad: isOurs(other(expected.direction)) ? 'other_direction' : 'wrong' }
  if (!isOurs(expected.direction)) return { bad: 'wrong' }
  return isCurrent(step, now) ? { step, method: 'qr' } : { bad: 'expired' }
}

function readDigits(expected: CodeFor, text: string, now: Date): ReadCode {
  const steps = Array.from({ length: STEPS_BACK + 1 }, (_, back) => stepAt(now) - back)
  const found = (direction: CodeDirection) =>
    steps.find((step) => isSameSecret(text, hotpDigits(macOf({ ...expected, direction }, step), DIGITS)))
  const step = found(expected.direction)
  if (step !== undefined) return { step, method: 'digits' }
  return { bad: found(other(expected.direction)) === undefined ? 'wrong' : 'other_direction' }
}

const other = (direction: CodeDirection): CodeDirection => (direction === 'in' ? 'out' : 'in')

const macOf = ({ shiftKey, shiftId, direction }: CodeFor, step: number) =>
  hmac(sha256, shiftKey, asciiBytes(`${shiftId}|${direction}|${step}`))

const hexOf = (mac: Uint8Array) => bytesToHex(mac).slice(0, MAC_HEX)
