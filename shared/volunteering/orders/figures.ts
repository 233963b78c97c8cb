/** What became of the rounds of orders that were served. */
export type Served = {
  readonly teamId: string
  readonly teamZh: string
  /** Null: nobody rated it. */
  readonly stars: number | null
}

const GOOD_STARS = 4
const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((part / of) * 1000) / 10)

/** Shares are of all that was served: who says nothing counts as nothing, never as good. */
export function orderFigures(rows: readonly Served[]) {
  const stars = rows.flatMap((row) => (row.stars === null ? [] : [row.stars]))
  const sum = stars.reduce((total, one) => total + one, 0)
  return {
    served: rows.length,
    rated: stars.length,
    meanStars: stars.length === 0 ? null : Math.round((sum / stars.length) * 100) / 100,
    responseShare: percent(stars.length, rows.length),
    goodShare: percent(stars.filter((one) => one >= GOOD_STARS).length, rows.length),
    poor: stars.filter((one) => one <= 2).length,
  }
}
