import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** An id in the form of a UUID, the same for the same name; `version` and `variant` are its two fixed digits. */
export function namedId(name: string, version = '4', variant = '8') {
  const hex = bytesToHex(sha256(utf8ToBytes(name)))
  const [third, fourth] = [version + hex.slice(13, 16), variant + hex.slice(17, 20)]
  return [hex.slice(0, 8), hex.slice(8, 12), third, fourth, hex.slice(20, 32)].join('-')
}
