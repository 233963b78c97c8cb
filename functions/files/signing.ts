import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isSameSecret } from '../../shared/kit/same-secret'

const STEP_SECONDS = 300

const macOf = (secret: string, id: string, variant: string, expires: number) =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`picture.${id}.${variant}.${expires}`))).slice(0, 32)

/** A link that lives five to ten minutes; the same within a step, so a phone's cache can help. */
export function signedPicture(secret: string, id: string, variant: 'full' | 'thumb', now: Date) {
  const expires = (Math.ceil(now.getTime() / 1000 / STEP_SECONDS) + 1) * STEP_SECONDS
  return `/api/pictures/${id}/${variant}?e=${expires}&s=${macOf(secret, id, variant, expires)}`
}

/** A link for the content check, which lives as long as its answer may take. */
export function signedForCheck(secret: string, id: string, until: Date) {
  const expires = Math.floor(until.getTime() / 1000)
  return `/api/pictures/${id}/full?e=${expires}&s=${macOf(secret, id, 'full', expires)}`
}

type Link = { readonly id: string; readonly variant: string; readonly expires: number; readonly mac: string }

export const isSigned = (secrets: readonly string[], { id, variant, expires, mac }: Link, now: Date) =>
  secrets.some((secret) => isSameSecret(macOf(secret, id, variant, expires), mac)) && expires * 1000 >= now.getTime()
