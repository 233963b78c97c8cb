/** The size at which a picture is looked at: nine columns give eight steps a row. */
export const DHASH_WIDTH = 9
export const DHASH_HEIGHT = 8
/** A wall, the sky or a covered lens: too few steps to tell one picture from another. */
const STEPS_MIN = 4

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const
const bitsOf = (nibble: number) => BITS[nibble] ?? 0
const nibbles = (hash: string) => Array.from(hash, (digit) => Number.parseInt(digit, 16))
const count = (values: readonly number[]) => values.reduce((sum, nibble) => sum + bitsOf(nibble), 0)

/**
 * Perceptual hash of a grey picture of 9 × 8: one bit for each step to the right that gets lighter, as 16 hex digits. It outlives another
 * size or compression, unlike the hash of the bytes. Null for a picture that is all of one shade.
 */
export function dhashOf(grey: Uint8Array): string | null {
  const hash: number[] = []
  for (let bit = 0; bit < 64; bit++) {
    const at = Math.floor(bit / 8) * DHASH_WIDTH + (bit % 8)
    const isLighter = (grey[at + 1] ?? 0) > (grey[at] ?? 0)
    const i = Math.floor(bit / 4)
    hash[i] = ((hash[i] ?? 0) << 1) | (isLighter ? 1 : 0)
  }
  const lighter = count(hash)
  return lighter < STEPS_MIN || lighter > 64 - STEPS_MIN ? null : hash.map((nibble) => nibble.toString(16)).join('')
}

/** Bits that differ, 0 to 64. */
export function dhashDistance(a: string, b: string) {
  const others = nibbles(b)
  return count(nibbles(a).map((nibble, i) => nibble ^ (others[i] ?? 0)))
}
