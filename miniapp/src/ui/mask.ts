/** A box over a picture, in shares of its width and height. */
export type Box01 = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export type MaskBoardProps = {
  readonly src: string
  readonly label: string
  readonly boxes: readonly Box01[]
  readonly onBoxes: (boxes: readonly Box01[]) => void
}
export type Dot = { readonly x: number; readonly y: number }

const share = (value: number) => Math.min(1, Math.max(0, value))
/** Smaller than this was a slip of the finger. */
const LEAST = 0.012

/** The box between two corners, inside the picture; null for a slip. */
export function boxBetween(a: Dot, b: Dot): Box01 | null {
  const [x, y] = [share(Math.min(a.x, b.x)), share(Math.min(a.y, b.y))]
  const [w, h] = [share(Math.max(a.x, b.x)) - x, share(Math.max(a.y, b.y)) - y]
  return w < LEAST || h < LEAST ? null : { x, y, w, h }
}

export const FIRST_BOX: Box01 = { x: 0.4, y: 0.4, w: 0.2, h: 0.2 }

/** Moved or, with `grow`, resized by a step, never out of the picture. */
export function nudged({ x, y, w, h }: Box01, dx: number, dy: number, grow: boolean): Box01 {
  if (grow) return { x, y, w: Math.min(1 - x, Math.max(0.02, w + dx)), h: Math.min(1 - y, Math.max(0.02, h + dy)) }
  return { w, h, x: Math.min(1 - w, Math.max(0, x + dx)), y: Math.min(1 - h, Math.max(0, y + dy)) }
}

const percent = (value: number) => `${(value * 100).toFixed(2)}%`
export const boxStyle = ({ x, y, w, h }: Box01) => ({
  left: percent(x),
  top: percent(y),
  width: percent(w),
  height: percent(h),
})
