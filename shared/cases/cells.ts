import type { LngLat } from '../kit/geo'

const LAT_STEP = 0.0005
const LNG_STEP = 0.0006
/** From a square to the one north of it. */
export const CELL_ROW = 1_048_576

const cellAt = (row: number, column: number) => row * CELL_ROW + column

/** Squares of about 50 m: one number to index, so that "nearby" is a short list of equal keys on any database. */
export const cellOf = ({ lng, lat }: LngLat) =>
  cellAt(Math.floor((lat + 90) / LAT_STEP), Math.floor((lng + 180) / LNG_STEP))

/** The cells that a circle of so many metres can touch. */
export function cellsAround({ lng, lat }: LngLat, metres: number) {
  const [row, column] = [Math.floor((lat + 90) / LAT_STEP), Math.floor((lng + 180) / LNG_STEP)]
  const rows = Math.ceil(metres / 55)
  const columns = Math.ceil(metres / (66.7 * Math.max(0.05, Math.cos((lat * Math.PI) / 180))))
  const cells: number[] = []
  for (let r = row - rows; r <= row + rows; r++)
    for (let c = column - columns; c <= column + columns; c++) cells.push(cellAt(r, c))
  return cells
}
