import { breakLines } from '../../../shared/kit/line-break'
import { type Block, type Face, FONTS_ZH, MM, PAGE, type Paper, type Shot } from '../../../shared/kit/paper'
import { QR_QUIET } from '../../../shared/kit/qr-path'
import { codeOf, runsOf, sideOf } from './code'
import { BODY_PT, BOTTOM, LEFT, lengthOf, linesIn, type Sheet, stepOf, TOP, WIDTH } from './sheet'
import { drawTable } from './table'

const LINE = PAGE.linePt
const NOTE_PT = 9
const NOTE_LINE = 13
const GAP = 12
const PHOTO_HEIGHT = 158
const CAPTION_PT = 12
const CODE_SIDE = 110

const centred = (sheet: Sheet, text: string, face: Face, size: number, colour: 'ink' | 'red' = 'ink') =>
  sheet.say({ x: LEFT + (WIDTH - lengthOf(text, face, size)) / 2, y: sheet.at.y, text, face, size, colour })

/** 版头: the office in red as wide as the page allows, the number, a red rule 4 mm under it. */
export function drawHead(sheet: Sheet, { masthead, number, title }: Paper) {
  if (masthead !== null) {
    const size = Math.min(36, (WIDTH / lengthOf(masthead, 'title', 1)) * 0.98)
    sheet.at.y += size + 4
    centred(sheet, masthead, 'title', size, 'red')
    sheet.at.y += LINE * 1.2
    centred(sheet, number, 'song', BODY_PT)
    sheet.at.y += 4 * MM
    sheet.line([LEFT, sheet.at.y], [LEFT + WIDTH, sheet.at.y], 1.6, 'red')
    sheet.at.y += LINE
  }
  for (const line of linesIn(title, 'title', 22, WIDTH)) {
    sheet.at.y += LINE
    centred(sheet, line, 'title', 22)
  }
  if (masthead === null) {
    sheet.at.y += LINE
    centred(sheet, number, 'song', BODY_PT)
  }
  sheet.at.y += LINE * 0.8
}

/** Body of 16 pt, 22 lines a page; `indent` in characters. */
function drawBody(sheet: Sheet, text: string, face: Face, indent: number) {
  const step = stepOf(face, BODY_PT)
  for (const one of text.split('\n'))
    breakLines(one, step, WIDTH + 0.01, indent * step('国')).forEach((line, i) => {
      sheet.need(LINE)
      sheet.at.y += LINE
      const x = LEFT + (i === 0 ? indent * step('国') : 0)
      sheet.say({ x, y: sheet.at.y - LINE * 0.28, text: line, face, size: BODY_PT })
    })
}

function drawPhoto(sheet: Sheet, shot: Shot, x: number, width: number) {
  const { y } = sheet.at
  sheet.photo(shot.fileId, [x, y, width, PHOTO_HEIGHT])
  linesIn(shot.caption, 'song', CAPTION_PT, width).forEach((line, i) => {
    const indent = (width - lengthOf(line, 'song', CAPTION_PT)) / 2
    sheet.say({ x: x + indent, y: y + PHOTO_HEIGHT + 16 + i * 16, text: line, face: 'song', size: CAPTION_PT })
  })
}

function drawPhotos(sheet: Sheet, rows: Extract<Block, { kind: 'photos' }>['rows']) {
  const width = (WIDTH - GAP) / 2
  sheet.at.y += 6
  for (const row of rows) {
    const captions = row.map((shot) => (shot ? linesIn(shot.caption, 'song', CAPTION_PT, width).length : 0))
    const height = PHOTO_HEIGHT + Math.max(...captions) * 16 + 12
    sheet.need(height)
    row.forEach((shot, i) => {
      if (shot) drawPhoto(sheet, shot, LEFT + i * (width + GAP), width)
    })
    sheet.at.y += height
  }
}

/** 落款: the office over its day, the longer one four characters in from the right. */
function drawSign(sheet: Sheet, { office, dayZh }: Extract<Block, { kind: 'sign' }>) {
  sheet.need(LINE * 3)
  sheet.at.y += LINE
  const middle = LEFT + WIDTH - 4 * BODY_PT - Math.max(lengthOf(office, 'song', BODY_PT), 112) / 2
  for (const text of [office, dayZh]) {
    sheet.at.y += LINE
    const x = middle - lengthOf(text, 'song', BODY_PT) / 2
    sheet.say({ x, y: sheet.at.y - LINE * 0.28, text, face: 'song', size: BODY_PT })
  }
}

/** Drawn as lines, a module wide and a hair more, so that no printer leaves a gap between rows. */
function drawCode(sheet: Sheet, { text, caption }: Extract<Block, { kind: 'code' }>) {
  sheet.need(CODE_SIDE + 20)
  const code = codeOf(text)
  const unit = CODE_SIDE / sideOf(code)
  const { y } = sheet.at
  for (let row = 0; row < code.moduleCount; row++)
    for (const { from, length } of runsOf(code, row)) {
      const [x, middle] = [LEFT + (from + QR_QUIET) * unit, y + (row + QR_QUIET + 0.5) * unit]
      sheet.line([x, middle], [x + length * unit, middle], unit * 1.02)
    }
  const x = LEFT + (CODE_SIDE - lengthOf(caption, 'song', CAPTION_PT)) / 2
  sheet.say({ x, y: y + CODE_SIDE + 10, text: caption, face: 'song', size: CAPTION_PT })
  sheet.at.y += CODE_SIDE + 18
}

function drawNote(sheet: Sheet, text: string) {
  for (const line of linesIn(text, 'song', NOTE_PT, WIDTH)) {
    sheet.need(NOTE_LINE)
    sheet.at.y += NOTE_LINE
    sheet.say({ x: LEFT, y: sheet.at.y - 3, text: line, face: 'song', size: NOTE_PT, colour: 'grey' })
  }
}

/** A heading never stands alone at the foot of a page. */
export function drawBlock(sheet: Sheet, block: Block) {
  switch (block.kind) {
    case 'para':
      return drawBody(sheet, block.text, 'song', 2)
    case 'addressee':
      return drawBody(sheet, block.text, 'song', 0)
    case 'heading':
      sheet.need(LINE * 3)
      drawBody(sheet, block.text, 'hei', 2)
      sheet.at.y += 6
      return
    case 'table':
      return drawTable(sheet, block)
    case 'photos':
      return drawPhotos(sheet, block.rows)
    case 'code':
      return drawCode(sheet, block)
    case 'sign':
      return drawSign(sheet, block)
    case 'note':
      return drawNote(sheet, block.text)
  }
}

/** On the last page, down to the lower edge of the type area: which fonts stand in for which. */
export function drawFoot(sheet: Sheet) {
  const height = linesIn(FONTS_ZH, 'song', NOTE_PT, WIDTH).length * NOTE_LINE
  sheet.need(height + 8)
  sheet.at.y = Math.max(sheet.at.y, BOTTOM - height)
  sheet.line([LEFT, sheet.at.y - 4], [LEFT + WIDTH, sheet.at.y - 4], 0.35 * MM)
  drawNote(sheet, FONTS_ZH)
}

/** — 1 —: 14 pt under the type area, odd pages right, even pages left, one character in. */
export function drawPageNumbers(sheet: Sheet) {
  const pages = sheet.pages()
  for (let page = 0; page < pages; page++) {
    sheet.at.page = page
    const text = `— ${page + 1} —`
    const x = page % 2 === 0 ? LEFT + WIDTH - 14 - lengthOf(text, 'song', 14) : LEFT + 14
    sheet.say({ x, y: TOP + (PAGE.textHeightMm + PAGE.numberMm) * MM + 12, text, face: 'song', size: 14 })
  }
}
