import type { LngLat } from '../kit/geo'
import { distanceM, metresPerDegree } from '../kit/geo'

/** 模糊位置: squares so wide, and never nearer to the truth than this. */
const CELL_M = 300
const LEAST_M = 100
/** The farthest a fuzzed place can lie from the true one: a square and a half both ways. */
export const FUZZ_MAX_M = 650

const OFFSETS = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => [row, column] as const))

/**
 * The middle of a coarse square at or beside the true one. Which of them is drawn once a case from `draw` (a keyed hash, from 0 to 2³²),
 * so asking again tells nothing more, and who knows this code but not the key cannot undo it.
 */
export function fuzzed(at: LngLat, draw: number): LngLat {
  // One size of square for the whole county: its latitude hardly changes.
  const { perLat } = metresPerDegree(at.lat)
  const latStep = CELL_M / perLat
  const row = Math.floor(at.lat / latStep)
  const lngStep = CELL_M / metresPerDegree((row + 0.5) * latStep).perLng
  const column = Math.floor(at.lng / lngStep)
  const middles = OFFSETS.map(([r, c]) => ({ lng: (column + c + 0.5) * lngStep, lat: (row + r + 0.5) * latStep }))
  const far = middles.filter((middle) => distanceM(middle, at) >= LEAST_M)
  return far[Math.floor(draw) % far.length] ?? at
}
