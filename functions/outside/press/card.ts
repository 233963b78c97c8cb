/// <reference path="../../../shared/kit/uqrcodejs.d.ts" />
import * as fontkit from 'fontkit'
import sharp from 'sharp'
import UQRCode from 'uqrcodejs'
import { PHOTO_PIXELS_MAX } from '../../../shared/files/photo'
import { breakLines } from '../../../shared/kit/line-break'
import type { Face } from '../../../shared/kit/paper'
import { QR_QUIET, qrPath } from '../../../shared/kit/qr-path'
import type { Card } from '../../http/deps'
import { cutFonts, measureOf, settable } from './fonts'

const [WIDTH, HEIGHT] = [900, 1200]
const EDGE = 48
const PHOTO = { width: 394, height: 500, y: 150 }
const QR = 220

export type Line = {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly x: number
  readonly y: number
  readonly fill: string
}

/** Words become outlines, so no font of the machine that draws them matters. */
export async function outlines(lines: readonly Line[]) {
  const paths: string[] = []
  for (const face of new Set(lines.map((line) => line.face))) {
    const own = lines.filter((line) => line.face === face)
    const glyphs = await glyphsOf(face, own.map(({ text }) => text).join(''))
    for (const line of own) paths.push(outlineOf(line, glyphs))
  }
  return paths.join('')
}

type Glyphs = ReadonlyMap<string, { readonly path: string; readonly perEm: number }>

async function glyphsOf(face: Face, text: string): Promise<Glyphs> {
  const glyphs = new Map<string, { path: string; perEm: number }>()
  for (const { chars, bytes } of await cutFonts(face, text)) {
    const font = fontkit.create(Buffer.from(bytes)) as fontkit.Font
    for (const char of chars) {
      const path = font.glyphForCodePoint(char.codePointAt(0) ?? 0).path.toSVG()
      glyphs.set(char, { path, perEm: font.unitsPerEm })
    }
  }
  return glyphs
}

function outlineOf({ text, face, size, x, y, fill }: Line, glyphs: Glyphs) {
  const measure = measureOf(face)
  let at = x
  const drawn = [...text].map((char) => {
    const glyph = glyphs.get(char)
    const scale = size / (glyph?.perEm ?? 1000)
    const path = glyph ? `<path transform='translate(${at} ${y}) scale(${scale} ${-scale})' d='${glyph.path}'/>` : ''
    at += measure(char) * size
    return path
  })
  return `<g fill='${fill}'>${drawn.join('')}</g>`
}

function linesOf({ brand, title, lines }: Card): Line[] {
  const [ink, soft, white] = ['#1f2a24', '#55645b', '#ffffff']
  const hei = (text: string, size: number, x: number, y: number, fill: string): Line => ({
    ...{ text: settable(text), face: 'hei', size, x, y, fill },
  })
  const head = breakLines(settable(title), measureOf('title'), (WIDTH - EDGE * 2) / 44).slice(0, 2)
  const under = PHOTO.y + PHOTO.height + 78
  const below = under + head.length * 60
  const room = (WIDTH - EDGE * 3 - QR) / 28
  const facts = lines.flatMap((line) => breakLines(settable(line), measureOf('hei'), room)).slice(0, 7)
  return [
    hei(brand, 38, EDGE, 92, white),
    hei('整改前', 26, EDGE + 14, PHOTO.y + PHOTO.height - 18, white),
    hei('整改后', 26, WIDTH - EDGE - PHOTO.width + 14, PHOTO.y + PHOTO.height - 18, white),
    ...head.map((text, i): Line => ({ text, face: 'title', size: 44, x: EDGE, y: under + i * 60, fill: ink })),
    ...facts.map((text, i) => hei(text, 28, EDGE, below + 16 + i * 46, soft)),
    hei('扫码看办理情况', 24, WIDTH - EDGE - QR + 26, HEIGHT - 36, soft),
  ]
}

/** The code in whole pixels a module, so that a camera sees clean edges. */
function qr(link: string) {
  const code = new UQRCode()
  code.data = link
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  const scale = Math.max(2, Math.floor(QR / (code.moduleCount + QR_QUIET * 2)))
  const side = scale * (code.moduleCount + QR_QUIET * 2)
  const [x, y] = [WIDTH - EDGE - QR + Math.round((QR - side) / 2), HEIGHT - 70 - side]
  return `<g transform='translate(${x} ${y}) scale(${scale})' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side / scale}v${side / scale}H0z'/><path d='${qrPath(code)}'/></g>`
}

const framed = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX })
    .rotate()
    .resize({ width: PHOTO.width, height: PHOTO.height, fit: 'cover' })
    .flatten({ background: '#fff' })
    .toBuffer()

/** The card as PNG: photos first, words and code over them. */
export async function card(given: Card): Promise<Uint8Array<ArrayBuffer>> {
  const [before, after] = await Promise.all([framed(given.before), framed(given.after)])
  const left = WIDTH - EDGE - PHOTO.width
  const tag = (x: number) =>
    `<rect x='${x}' y='${PHOTO.y + PHOTO.height - 54}' width='108' height='54' fill='#1f2a24' fill-opacity='.72'/>`
  const over = `<svg xmlns='http://www.w3.org/2000/svg' width='${WIDTH}' height='${HEIGHT}'>${tag(EDGE)}${tag(left)}${await outlines(linesOf(given))}${qr(given.link)}</svg>`
  const band = `<svg xmlns='http://www.w3.org/2000/svg' width='${WIDTH}' height='120'><path fill='#0f6b4f' d='M0 0h${WIDTH}v120H0z'/></svg>`
  const png = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#ffffff' } })
    .composite([
      { input: Buffer.from(band), top: 0, left: 0 },
      { input: before, top: PHOTO.y, left: EDGE },
      { input: after, top: PHOTO.y, left },
      { input: Buffer.from(over), top: 0, left: 0 },
    ])
    .png({ compressionLevel: 8, palette: true, quality: 90 })
    .toBuffer()
  return new Uint8Array(png)
}
