import {
  beginText,
  type Color,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFImage,
  PDFName,
  type PDFPage,
  rgb,
  setCharacterSpacing,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import sharp from 'sharp'
import { PHOTO_PIXELS_MAX } from '../../../shared/files/photo'
import { FACES, type Face, FONTS_ZH, MM, PAGE, type Paper } from '../../../shared/kit/paper'
import { drawBlock, drawFoot, drawHead, drawPageNumbers } from './blocks'
import { cutFonts, measureOf, settable } from './fonts'
import { type Colour, type Mark, openSheet, stepOf, type TextMark } from './sheet'

const WIDTH = PAGE.widthMm * MM
const HEIGHT = PAGE.heightMm * MM
/** Twice as many pixels as a photo's frame has points, for paper. */
const PHOTO_PX = 640

const INKS: Record<Colour, Color> = { ink: rgb(0, 0, 0), red: rgb(0.85, 0, 0), grey: rgb(0.35, 0.35, 0.35) }

/** Everything a person wrote, as the fonts can set it. */
const settablePaper = (paper: Paper): Paper => JSON.parse(JSON.stringify(paper), (_, value) => settableValue(value))
const settableValue = (value: unknown) => (typeof value === 'string' ? settable(value) : value)

/** A font and its name on every page that uses it. */
type Cast = { readonly font: PDFFont; readonly key: PDFName }
type Fonts = ReadonlyMap<string, Cast>
type Photos = ReadonlyMap<string, Uint8Array>

/** The paper as PDF: laid out first, then the fonts are cut to what was set. */
export async function pdf(given: Paper, photos: Photos, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const paper = settablePaper(given)
  const sheet = openSheet()
  drawHead(sheet, paper)
  for (const block of paper.blocks) drawBlock(sheet, block)
  drawFoot(sheet)
  drawPageNumbers(sheet)

  const doc = await PDFDocument.create()
  doc.registerFontkit(fontkit as unknown as Parameters<typeof doc.registerFontkit>[0])
  describe(doc, paper, at)
  const fonts = await fontsFor(doc, sheet.marks)
  const images = await imagesFor(doc, sheet.marks, photos)
  const pages = Array.from({ length: sheet.pages() }, () => doc.addPage([WIDTH, HEIGHT]))
  for (const mark of sheet.marks) {
    const page = pages[mark.page]
    if (page) draw(page, mark, fonts, images)
  }
  return new Uint8Array(await doc.save())
}

/** What programs and people find in the file's properties; who took it is in the house's journal, not here. */
function describe(doc: PDFDocument, { title, number }: Paper, at: Date) {
  doc.setTitle(`${title} ${number}`, { showInWindowTitleBar: true })
  doc.setSubject(FONTS_ZH)
  doc.setLanguage('zh-CN')
  doc.setCreator('文明随手拍')
  doc.setProducer('文明随手拍')
  doc.setCreationDate(at)
  doc.setModificationDate(at)
}

const fontName = (face: Face, char: string) => `${face} ${char}`

/** The font of each character of each face. */
async function fontsFor(doc: PDFDocument, marks: readonly Mark[]): Promise<Fonts> {
  const fonts = new Map<string, Cast>()
  for (const face of FACES) {
    const text = marks.flatMap((mark) => (mark.kind === 'text' && mark.face === face ? mark.text : [])).join('')
    for (const { slice, chars, bytes } of await cutFonts(face, text)) {
      const font = await doc.embedFont(bytes, { subset: false })
      const key = PDFName.of(`${face}-${slice}`)
      for (const char of chars) fonts.set(fontName(face, char), { font, key })
    }
  }
  return fonts
}

/** Upright, without what cameras write along, no larger than the frame needs; what cannot be read is left out. */
async function imagesFor(doc: PDFDocument, marks: readonly Mark[], photos: Photos) {
  const images = new Map<string, PDFImage>()
  for (const mark of marks) {
    const bytes = mark.kind === 'photo' ? photos.get(mark.fileId) : undefined
    if (mark.kind !== 'photo' || bytes === undefined || images.has(mark.fileId)) continue
    const small = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX })
      .rotate()
      .resize({ width: PHOTO_PX, height: PHOTO_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 74 })
      .toBuffer()
      .catch(() => null)
    if (small) images.set(mark.fileId, await doc.embedJpg(new Uint8Array(small)))
  }
  return images
}

function draw(page: PDFPage, mark: Mark, fonts: Fonts, images: ReadonlyMap<string, PDFImage>) {
  if (mark.kind === 'text') return drawText(page, mark, fonts)
  if (mark.kind === 'photo') return drawPhoto(page, mark, images.get(mark.fileId))
  const [start, end] = [mark.from, mark.to].map(([x, y]) => ({ x, y: HEIGHT - y }))
  if (start && end) page.drawLine({ start, end, thickness: mark.width, color: INKS[mark.colour] })
}

function drawPhoto(page: PDFPage, { box }: Extract<Mark, { kind: 'photo' }>, image: PDFImage | undefined) {
  const [x, y, width, height] = box
  if (!image) {
    page.drawRectangle({ x, y: HEIGHT - y - height, width, height, borderColor: INKS.grey, borderWidth: 0.5 })
    return
  }
  const scale = Math.min(width / image.width, height / image.height)
  const size = { width: image.width * scale, height: image.height * scale }
  page.drawImage(image, {
    ...size,
    x: x + (width - size.width) / 2,
    y: HEIGHT - y - height + (height - size.height) / 2,
  })
}

/** Neighbours of one font are shown together, each character a hair narrower than its square. */
function drawText(page: PDFPage, { text, face, size, colour, x, y }: TextMark, fonts: Fonts) {
  const step = stepOf(face, size)
  const tight = step('国') - size * measureOf(face)('国')
  let at = x
  for (const { cast, run } of runsOf(text, (char) => fonts.get(fontName(face, char)))) {
    if (cast) {
      const { font, key } = cast
      page.node.setFontDictionary(key, font.ref)
      page.pushOperators(
        beginText(),
        setFillingColor(INKS[colour]),
        setFontAndSize(key, size),
        setCharacterSpacing(tight),
        setTextMatrix(1, 0, 0, 1, at, HEIGHT - y),
        showText(font.encodeText(run)),
        endText(),
      )
    }
    at += [...run].reduce((sum, char) => sum + step(char), 0)
  }
}

function runsOf(text: string, castOf: (char: string) => Cast | undefined) {
  const runs: { cast: Cast | undefined; run: string }[] = []
  for (const char of text) {
    const cast = castOf(char)
    const last = runs.at(-1)
    if (last && last.cast?.font === cast?.font) last.run += char
    else runs.push({ cast, run: char })
  }
  return runs
}
