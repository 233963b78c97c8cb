/** Reading and joining bytes; reads past the end give 0, lengths are checked by the callers. */
export const u8 = (b: Uint8Array, at: number) => b[at] ?? 0
export const u16be = (b: Uint8Array, at: number) => (u8(b, at) << 8) | u8(b, at + 1)
export const u16le = (b: Uint8Array, at: number) => u8(b, at) | (u8(b, at + 1) << 8)
export const u24le = (b: Uint8Array, at: number) => u16le(b, at) | (u8(b, at + 2) << 16)
export const u32be = (b: Uint8Array, at: number) => u16be(b, at) * 65_536 + u16be(b, at + 2)
export const u32le = (b: Uint8Array, at: number) => u16le(b, at) + u16le(b, at + 2) * 65_536

export const ascii = (b: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...b.subarray(from, from + length))

export function joined(parts: readonly Uint8Array[]) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** What a format's reader gives, null when the bytes are not whole: the size as shown, and the bytes that may be kept. */
export type Picture = { readonly width: number; readonly height: number; readonly bytes: Uint8Array }
