import { zlibSync } from 'fflate'
import { joined } from '../../../shared/files/bytes'
import { QR_QUIET } from '../../../shared/kit/qr-path'
import { codeOf, runsOf, sideOf } from '../press/code'

/** Pixels of a module: about as wide as the 430 of the real picture. */
const SCALE = 10
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** An ordinary QR code of where the real one leads: WeChat alone reads its round ones, any phone reads this. */
export function pictureOf(text: string): Uint8Array<ArrayBuffer> {
  const code = codeOf(text)
  const side = sideOf(code) * SCALE
  const lines = Array.from({ length: side }, (_, y) => lineOf(side, code, Math.floor(y / SCALE) - QR_QUIET))
  const header = joined([u32(side), u32(side), Uint8Array.of(1, 0, 0, 0, 0)])
  return joined([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(joined(lines))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** A row of pixels at one bit each, 1 is white, after the byte that says they are not filtered. */
function lineOf(side: number, code: ReturnType<typeof codeOf>, row: number) {
  const line = new Uint8Array(1 + Math.ceil(side / 8)).fill(0xff, 1)
  const isOutside = row < 0 || row >= code.moduleCount
  for (const { from, length } of isOutside ? [] : runsOf(code, row))
    for (let x = (from + QR_QUIET) * SCALE; x < (from + length + QR_QUIET) * SCALE; x++)
      line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7))
  return line
}

const u32 = (n: number) => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n)

function chunk(name: string, data: Uint8Array) {
  const named = joined([new TextEncoder().encode(name), data])
  return joined([u32(data.length), named, u32(crc32(named))])
}

function crc32(bytes: Uint8Array) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
