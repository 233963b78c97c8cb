import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** 志愿者编号: nine digits that tell nothing about a person, and one that catches a slip of the finger. */
export function volunteerNumber(seed: string) {
  const view = new DataView(sha256(utf8ToBytes(`volunteer number ${seed}`)).buffer)
  const digits = String((view.getUint32(0) * 65_536 + view.getUint16(4)) % 1_000_000_000).padStart(9, '0')
  return digits + checkDigit(digits)
}

export const isVolunteerNumber = (text: string) =>
  /^\d{10}$/.test(text) && checkDigit(text.slice(0, -1)) === text.at(-1)

/** ISO 7064 mod 11,10: finds every single wrong digit. */
function checkDigit(digits: string) {
  const product = [...digits].reduce((carry, digit) => (((carry + Number(digit)) % 10 || 10) * 2) % 11, 10)
  return String((11 - product) % 10)
}
