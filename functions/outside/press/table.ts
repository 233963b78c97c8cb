import type { Block, Face } from '../../../shared/kit/paper'
import { BOTTOM, LEFT, linesIn, type Sheet, TOP, WIDTH } from './sheet'

type Table = Extract<Block, { kind: 'table' }>
type Cell = { readonly lines: readonly string[]; readonly face: Face; readonly x: number; readonly width: number }

const SIZE = 14
const LINE = 20
const PAD = 6
/** Lines of a first row that are kept with the head; a longer one runs on. */
const FIRST_MAX = 8

function columnsOf({ columns }: Table) {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = LEFT
  return columns.map(({ share, isLabel }) => {
    const column = { x, width: (WIDTH * share) / total, face: isLabel ? ('hei' as const) : ('song' as const) }
    x += column.width
    return column
  })
}

function cellsOf(table: Table, row: readonly string[], face?: Face): Cell[] {
  return columnsOf(table).map((column, i) => {
    const of = face ?? column.face
    return { ...column, face: of, lines: linesIn(row[i] ?? '', of, SIZE, column.width - PAD * 2) }
  })
}

const heightOf = (lines: number) => lines * LINE + PAD * 2
const longest = (cells: readonly Cell[]) => Math.max(...cells.map(({ lines }) => lines.length))

function drawRow(sheet: Sheet, cells: readonly Cell[]) {
  const { y } = sheet.at
  const height = heightOf(longest(cells))
  for (const { x, width, face, lines } of cells) {
    lines.forEach((text, i) => {
      sheet.say({ x: x + PAD, y: y + PAD + i * LINE + SIZE, text, face, size: SIZE })
    })
    sheet.line([x, y], [x, y + height])
    sheet.line([x + width, y], [x + width, y + height])
  }
  sheet.line([LEFT, y], [LEFT + WIDTH, y])
  sheet.line([LEFT, y + height], [LEFT + WIDTH, y + height])
  sheet.at.y += height
}

const part = (cells: readonly Cell[], from: number, to?: number) =>
  cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }))

type Frame = { readonly sheet: Sheet; readonly newPage: () => void; readonly headHeight: number }

/** A row goes to the next page as a whole if it fits there; one higher than a page runs on over it. */
function drawWhole({ sheet, newPage, headHeight }: Frame, row: readonly Cell[]) {
  let cells = row
  const isHigh = heightOf(longest(cells)) > BOTTOM - TOP - headHeight
  if (!isHigh && heightOf(longest(cells)) > sheet.left()) newPage()
  while (heightOf(longest(cells)) > sheet.left()) {
    const fits = Math.max(0, Math.floor((sheet.left() - PAD * 2) / LINE))
    if (fits > 0) drawRow(sheet, part(cells, 0, fits))
    cells = part(cells, fits)
    newPage()
  }
  drawRow(sheet, cells)
}

/** Rows under their head, which comes again on each page. */
export function drawTable(sheet: Sheet, table: Table) {
  const head = table.head && cellsOf(table, table.head, 'hei')
  const headHeight = head ? heightOf(longest(head)) : 0
  // A head never stands at the foot of a page without its first row.
  const first = table.rows[0] ? longest(cellsOf(table, table.rows[0])) : 0
  sheet.need(headHeight + heightOf(Math.min(FIRST_MAX, Math.max(2, first))))
  if (head) drawRow(sheet, head)
  const newPage = () => {
    sheet.newPage()
    if (head) drawRow(sheet, head)
  }
  for (const row of table.rows) drawWhole({ sheet, newPage, headHeight }, cellsOf(table, row))
  sheet.at.y += 10
}
