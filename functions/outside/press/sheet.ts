import { breakText, type Measure } from '../../../shared/kit/line-break'
import { type Face, MM, PAGE } from '../../../shared/kit/paper'
import { measureOf } from './fonts'

/** 16 pt, 3号: the body; 14 pt, 4号: tables and page numbers. */
export const BODY_PT = 16
export const WIDTH = PAGE.textWidthMm * MM
export const LEFT = PAGE.leftMm * MM
export const TOP = PAGE.topMm * MM
export const BOTTOM = TOP + PAGE.textHeightMm * MM
/** 28 characters of 16 pt are a little wider than 156 mm: each steps by its share. */
const TIGHT = WIDTH / PAGE.chars / BODY_PT

export type Colour = 'ink' | 'red' | 'grey'
type On = { readonly page: number }
/** Points from the upper left corner of the page; `y` of a text is its base line. */
export type TextMark = On & {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly colour: Colour
}
export type Mark =
  | TextMark
  | (On & {
      readonly kind: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly width: number
      readonly colour: Colour
    })
  | (On & {
      readonly kind: 'photo'
      readonly fileId: string
      readonly box: readonly [x: number, y: number, width: number, height: number]
    })

/** How far a text reaches, with the step that 28 characters a line ask for. */
export const stepOf = (face: Face, size: number): Measure => {
  const measure = measureOf(face)
  return (char) => measure(char) * size * TIGHT
}
export const lengthOf = (text: string, face: Face, size: number) =>
  [...text].reduce((sum, char) => sum + stepOf(face, size)(char), 0)

type Said = Pick<TextMark, 'x' | 'y' | 'text' | 'face' | 'size'> & { readonly colour?: Colour }

/** Pages that are filled from the top; what is drawn is kept as marks until the fonts can be cut. */
export function openSheet() {
  const marks: Mark[] = []
  const at = { page: 0, y: TOP }
  const sheet = {
    marks,
    at,
    pages: () => at.page + 1,
    left: () => BOTTOM - at.y,
    newPage: () => {
      at.page += 1
      at.y = TOP
    },
    /** Room for so much, on a new page if need be; what is higher than a page takes a page. */
    need: (height: number) => {
      if (sheet.left() + 0.1 < height && at.y > TOP) sheet.newPage()
    },
    say: ({ colour = 'ink', ...said }: Said) => void marks.push({ kind: 'text', page: at.page, colour, ...said }),
    line: (from: readonly [number, number], to: readonly [number, number], width = 0.7, colour: Colour = 'ink') =>
      void marks.push({ kind: 'line', page: at.page, from, to, width, colour }),
    photo: (fileId: string, box: readonly [number, number, number, number]) =>
      void marks.push({ kind: 'photo', page: at.page, fileId, box }),
  }
  return sheet
}
export type Sheet = ReturnType<typeof openSheet>

export const linesIn = (text: string, face: Face, size: number, width: number) =>
  breakText(text, stepOf(face, size), width)
