import { ascii, joined, type Picture, u32be } from './bytes'

/** PNG (ISO/IEC 15948) chunks that draw the still picture; text, time, Exif and animation go. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT'])
const SIGNATURE_BYTES = 8

type Chunk = { readonly name: string; readonly bytes: Uint8Array }

export function readPng(b: Uint8Array): Picture | null {
  const chunks = split(b)
  const header = chunks?.[0]
  if (!chunks || header?.name !== 'IHDR' || header.bytes.length !== 25) return null
  if (!chunks.some(({ name }) => name === 'IDAT')) return null
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map(({ bytes }) => bytes)
  const [width, height] = [u32be(header.bytes, 8), u32be(header.bytes, 12)]
  return { width, height, bytes: joined([b.subarray(0, SIGNATURE_BYTES), ...kept]) }
}

/** The chunks up to IEND; null when the file stops before. */
function split(b: Uint8Array): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_BYTES; at + 12 <= b.length; ) {
    const bytes = b.subarray(at, at + 12 + u32be(b, at))
    const name = ascii(b, at + 4, 4)
    chunks.push({ name, bytes })
    if (name === 'IEND') return chunks
    at += 12 + u32be(b, at)
  }
  return null
}
