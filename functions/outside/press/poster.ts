import sharp from 'sharp'
import type { Face } from '../../../shared/kit/paper'
import { qrPath } from '../../../shared/kit/qr-path'
import type { Poster } from '../../http/deps'
import { type Line, outlines } from './card'
import { codeOf, sideOf } from './code'
import { measureOf, settable } from './fonts'

const [WIDTH, HEIGHT] = [900, 1350]
const QR = 216
const [RED, INK, SOFT, GOLD] = ['#8f2418', '#1f2a24', '#55645b', '#b98b3a']
const LEFT = 110

const widthOf = (text: string, face: Face, size: number) =>
  [...text].reduce((sum, char) => sum + measureOf(face)(char) * size, 0)

type Look = { readonly face: Face; readonly size: number; readonly fill: string }
const line = (text: string, { face, size, fill }: Look, x: number, y: number): Line => {
  const set = settable(text)
  const room = WIDTH - LEFT - x
  const fits = Math.min(size, (size * room) / Math.max(1, widthOf(set, face, size)))
  return { text: set, face, size: fits, x, y, fill }
}
const centred = (text: string, look: Look, y: number) =>
  line(text, look, Math.max(LEFT, (WIDTH - widthOf(settable(text), look.face, look.size)) / 2), y)
const righted = (text: string, look: Look, y: number) =>
  line(text, look, Math.max(LEFT, WIDTH - LEFT - widthOf(settable(text), look.face, look.size)), y)

function linesOf({ title, name, hours, lines, unit, dayZh, foot }: Poster): Line[] {
  const body = { face: 'song', size: 34, fill: INK } as const
  const small = { face: 'hei', size: 22, fill: SOFT } as const
  return [
    centred(title, { face: 'title', size: 68, fill: RED }, 230),
    line(`${name} 同志：`, { face: 'title', size: 40, fill: INK }, LEFT, 360),
    ...lines.map((text, i) => line(text, body, LEFT + 68, 440 + i * 64)),
    line(hours, { face: 'title', size: 120, fill: RED }, LEFT + 68, 760),
    line('小时', body, LEFT + 96 + widthOf(hours, 'title', 120), 760),
    righted(unit, { ...body, size: 30 }, 900),
    righted(dayZh, { ...body, size: 30 }, 950),
    ...foot.map((text, i) => line(text, small, LEFT + QR + 28, 1110 + i * 42)),
    line('扫码查验现在的状态', small, LEFT + QR + 28, 1110 + foot.length * 42),
  ]
}

/** A certificate as PNG, 2:3: framed, the hours in the middle, the code whole pixels a module. */
export async function poster(given: Poster): Promise<Uint8Array<ArrayBuffer>> {
  const code = codeOf(given.link)
  const scale = Math.max(2, Math.floor(QR / sideOf(code)))
  const frame = (inset: number, width: number) =>
    `<rect x='${inset}' y='${inset}' width='${WIDTH - inset * 2}' height='${HEIGHT - inset * 2}' fill='none' stroke='${GOLD}' stroke-width='${width}'/>`
  const qr = `<g transform='translate(${LEFT} 1050) scale(${scale})' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${sideOf(code)}v${sideOf(code)}H0z'/><path d='${qrPath(code)}'/></g>`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${WIDTH}' height='${HEIGHT}'>${frame(40, 3)}${frame(52, 1)}${await outlines(linesOf(given))}${qr}</svg>`
  const png = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fffdf6' } })
    .composite([{ input: Buffer.from(svg), top: 0, left: 0 }])
    .png({ compressionLevel: 8, palette: true, quality: 90 })
    .toBuffer()
  return new Uint8Array(png)
}
