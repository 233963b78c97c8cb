import { ascii, joined, type Picture, u8, u16be, u16le, u32be, u32le } from './bytes'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
/** A marker may be preceded by any number of fill bytes. */
const FILL = 0xff

type Segment = { readonly marker: number; readonly bytes: Uint8Array }

/** ITU-T T.81 markers: keeps what decodes the picture and its colour, and of Exif only which way is up. */
export function readJpeg(bytes: Uint8Array): Picture | null {
  const segments = split(bytes)
  const frame = segments?.find(({ marker }) => isFrame(marker))?.bytes
  if (!segments || !frame || frame.length < 9) return null
  const turn = Math.max(1, ...segments.map(orientation))
  const [height, width] = [u16be(frame, 5), u16be(frame, 7)]
  const upright = turn === 1 ? [] : [exifWith(turn)]
  const kept = segments.filter(isPicture).map((segment) => segment.bytes)
  const clean = joined([Uint8Array.of(0xff, SOI), ...upright, ...kept, Uint8Array.of(0xff, EOI)])
  return turn > 4 ? { width: height, height: width, bytes: clean } : { width, height, bytes: clean }
}

/** All segments between SOI and EOI, entropy-coded data with its scan; what follows EOI is not looked at. */
function split(b: Uint8Array): Segment[] | null {
  const segments: Segment[] = []
  for (let at = 2; at < b.length; ) {
    const segment = segmentAt(b, at)
    if (segment === null) return null
    if (segment.marker === EOI) return segments
    if (segment.marker !== FILL) segments.push(segment)
    at += segment.bytes.length
  }
  return null
}

function segmentAt(b: Uint8Array, at: number): Segment | null {
  if (u8(b, at) !== 0xff) return null
  const marker = u8(b, at + 1)
  if (marker === FILL || marker === EOI) return { marker, bytes: b.subarray(at, at + 1) }
  const end = at + 2 + u16be(b, at + 2)
  if (u16be(b, at + 2) < 2 || end > b.length) return null
  return { marker, bytes: b.subarray(at, marker === SOS ? endOfScan(b, end) : end) }
}

/** A scan runs to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(b: Uint8Array, from: number) {
  for (let at = from; at + 1 < b.length; at++) {
    const next = u8(b, at + 1)
    if (u8(b, at) === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return b.length
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** JFIF, the colour profile and Adobe's colour transform decide how it looks; every other APPn and comment goes. */
function isPicture({ marker, bytes }: Segment) {
  if (marker === COMMENT) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = ascii(bytes, 4, 12)
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  )
}

/** Exif tag 0x0112 of IFD0, 1 to 8; 1 where there is none. */
function orientation({ marker, bytes }: Segment) {
  if (marker !== 0xe1 || ascii(bytes, 4, 6) !== 'Exif\0\0') return 1
  const tiff = bytes.subarray(10)
  const little = ascii(tiff, 0, 2) === 'II'
  const [u16, u32] = little ? [u16le, u32le] : [u16be, u32be]
  const ifd = u32(tiff, 4)
  for (let i = 0; i < Math.min(u16(tiff, ifd), 200); i++) {
    const entry = ifd + 2 + i * 12
    if (u16(tiff, entry) === 0x0112) {
      const turn = u16(tiff, entry + 8)
      return turn >= 1 && turn <= 8 ? turn : 1
    }
  }
  return 1
}

/** An Exif segment of one tag. */
const exifWith = (turn: number) =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
    ...[0, 0, 0, 0],
  )
