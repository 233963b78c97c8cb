import { ascii, joined, type Picture, u8, u16le, u24le, u32le } from './bytes'

const DROPPED = new Set(['EXIF', 'XMP '])
const EXIF_AND_XMP = 0x04 | 0x08
const ANIMATION = 0x02

type Chunk = { readonly name: string; readonly bytes: Uint8Array }

/** WebP (RFC 9649): still pictures only, without Exif and XMP. */
export function readWebp(b: Uint8Array): Picture | null {
  const chunks = split(b)
  const picture = chunks?.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  if (!chunks || !picture || isAnimated(chunks)) return null
  const size = sizeOf(picture)
  if (size === null) return null
  const kept = chunks.filter(({ name }) => !DROPPED.has(name)).map(withoutFlags)
  const length = kept.reduce((sum, chunk) => sum + chunk.length, 4)
  const riff = Uint8Array.of(0x52, 0x49, 0x46, 0x46, ...[0, 8, 16, 24].map((shift) => (length >> shift) & 255))
  return { ...size, bytes: joined([riff, b.subarray(8, 12), ...kept]) }
}

function split(b: Uint8Array): Chunk[] | null {
  const end = 8 + u32le(b, 4)
  if (end > b.length) return null
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const size = u32le(b, at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return null
    chunks.push({ name: ascii(b, at, 4), bytes: b.subarray(at, Math.min(next, end)) })
    at = next
  }
  return chunks
}

const isAnimated = (chunks: readonly Chunk[]) =>
  chunks.some(({ name, bytes }) => name === 'ANMF' || (name === 'VP8X' && (u8(bytes, 8) & ANIMATION) !== 0))

/** The size the picture itself says, not the canvas around it. */
function sizeOf({ name, bytes }: Chunk) {
  if (name === 'VP8L') {
    if (u8(bytes, 8) !== 0x2f) return null
    const bits = u32le(bytes, 9)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (u24le(bytes, 11) !== 0x2a019d) return null
  return { width: u16le(bytes, 14) & 0x3fff, height: u16le(bytes, 16) & 0x3fff }
}

function withoutFlags({ name, bytes }: Chunk) {
  if (name !== 'VP8X') return bytes
  const copy = bytes.slice()
  copy[8] = u8(copy, 8) & ~EXIF_AND_XMP
  return copy
}
