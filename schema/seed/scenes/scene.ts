import type { Side } from './look'
import * as road from './road'
import * as town from './town'

const SCENES = { ...road, ...town }
export type SceneName = keyof typeof SCENES

/** How the camera stood: the same case is looked at from the same place before and after. */
export type Camera = {
  readonly tone: number
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly light: string
}

/** A drawing of the scene as the camera sees it, 1280 by 960. */
export function draw(name: SceneName, side: Side, { tone, x, y, zoom, light }: Camera) {
  const [width, height] = [320 - zoom, (320 - zoom) * 0.75]
  const box = `${(x * zoom).toFixed(1)} ${(y * zoom * 0.75).toFixed(1)} ${width} ${height}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960" viewBox="${box}">${SCENES[name]({ side, tone })}<rect width="320" height="240" fill="${light}"/></svg>`
}
