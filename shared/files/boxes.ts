import * as z from 'zod'

/** 打码框: a part of the upright picture, in shares of its width and height. */
export const MaskBox = z.strictObject({
  x: z.number('打码框有误').min(-1).max(2),
  y: z.number('打码框有误').min(-1).max(2),
  w: z.number('打码框有误').min(0).max(3),
  h: z.number('打码框有误').min(0).max(3),
})
export type MaskBox = z.infer<typeof MaskBox>
export const BOXES_MAX = 30

export type PixelBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const within = (value: number, max: number) => Math.min(max, Math.max(0, value))

/** The whole pixels a box touches, cut at the picture's edges; null where nothing of it lies in the picture. */
export function pixelBox({ x, y, w, h }: MaskBox, width: number, height: number): PixelBox | null {
  const left = within(Math.floor(x * width), width)
  const top = within(Math.floor(y * height), height)
  const right = within(Math.ceil((x + w) * width), width)
  const bottom = within(Math.ceil((y + h) * height), height)
  if (w <= 0 || h <= 0 || right <= left || bottom <= top) return null
  return { left, top, width: right - left, height: bottom - top }
}

export const pixelBoxes = (boxes: readonly MaskBox[], width: number, height: number) =>
  boxes.flatMap((box) => pixelBox(box, width, height) ?? [])
