import type { GridShape } from './find'
import { edgesOf } from './rings'

/** The plane cut into upright slabs between which no edge bends or crosses: in each, areas are plain trapezoids. */

type Edge = {
  readonly grid: string
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What lies between two neighbouring edges of a slab; `inside` names the grids that cover it. */
export type Piece = {
  readonly slab: number
  readonly inside: readonly string[]
  /** The grids whose edges bound it below and above; null towards the open. */
  readonly bounds: readonly [string | null, string | null]
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
  readonly area: number
  readonly at: { readonly x: number; readonly y: number }
}

const OPEN = 1e9
const THIN = 1e-6

/** All pieces, slab by slab from west to east, with an open slab at either end. */
export function sweep(grids: readonly GridShape[], toPlane: (vertex: readonly [number, number]) => [number, number]) {
  const edges = grids.flatMap(({ name, rings }) =>
    rings.flatMap((ring) => [...edgesOf(ring)].map(([a, b]) => eastward(name, toPlane(a), toPlane(b)))),
  )
  const cuts = cutsOf(edges)
  const slabs = cuts.slice(1).map((right, i) => [cuts[i] ?? right, right] as const)
  const pieces = slabs.map(([left, right], i) => piecesOf(edges, left, right, i + 1))
  return [[openPiece(0)], ...pieces, [openPiece(slabs.length + 1)]]
}

/** Read from its western end, so that two grids sharing an edge get the same numbers for it. */
const eastward = (grid: string, a: readonly [number, number], b: readonly [number, number]): Edge => {
  const [from, to] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a]
  return { grid, x0: from[0], y0: from[1], x1: to[0], y1: to[1] }
}

function cutsOf(edges: readonly Edge[]) {
  const xs = edges.flatMap(({ x0, x1 }) => [x0, x1])
  edges.forEach((a, i) => {
    for (const b of edges.slice(i + 1)) {
      const x = crossingX(a, b)
      if (x !== undefined) xs.push(x)
    }
  })
  xs.sort((a, b) => a - b)
  return xs.filter((x, i) => i === 0 || x - (xs[i - 1] ?? x) > THIN)
}

/** Where two edges cross inside both, if they do. */
function crossingX(a: Edge, b: Edge) {
  if (a.x1 < b.x0 || b.x1 < a.x0) return undefined
  const turn = (a.x1 - a.x0) * (b.y1 - b.y0) - (a.y1 - a.y0) * (b.x1 - b.x0)
  if (turn === 0) return undefined
  const t = ((b.x0 - a.x0) * (b.y1 - b.y0) - (b.y0 - a.y0) * (b.x1 - b.x0)) / turn
  const u = ((b.x0 - a.x0) * (a.y1 - a.y0) - (b.y0 - a.y0) * (a.x1 - a.x0)) / turn
  return t > 0 && t < 1 && u > 0 && u < 1 ? a.x0 + t * (a.x1 - a.x0) : undefined
}

const heightAt = (e: Edge, x: number) => e.y0 + ((x - e.x0) / (e.x1 - e.x0)) * (e.y1 - e.y0)

function piecesOf(edges: readonly Edge[], left: number, right: number, slab: number): Piece[] {
  const middle = (left + right) / 2
  const spanning = edges
    .filter(({ x0, x1 }) => x0 < middle && middle < x1)
    .map(({ grid, ...e }) => {
      const edge = { grid, ...e }
      return { grid, left: heightAt(edge, left), right: heightAt(edge, right), middle: heightAt(edge, middle) }
    })
    .sort((a, b) => a.middle - b.middle)
  const inside = new Set<string>()
  const rims = [undefined, ...spanning, undefined]
  return rims.slice(1).map((above, i) => {
    const below = rims[i]
    if (below && !inside.delete(below.grid)) inside.add(below.grid)
    const [bottom, top] = [below ?? OPEN_BELOW, above ?? OPEN_ABOVE]
    return {
      slab,
      inside: [...inside],
      bounds: [below?.grid ?? null, above?.grid ?? null],
      left: [bottom.left, top.left],
      right: [bottom.right, top.right],
      area: ((top.left - bottom.left + top.right - bottom.right) / 2) * (right - left),
      at: { x: middle, y: (bottom.middle + top.middle) / 2 },
    }
  })
}

const OPEN_BELOW = { left: -OPEN, right: -OPEN, middle: -OPEN }
const OPEN_ABOVE = { left: OPEN, right: OPEN, middle: OPEN }

const openPiece = (slab: number): Piece => ({
  slab,
  inside: [],
  bounds: [null, null],
  left: [-OPEN, OPEN],
  right: [-OPEN, OPEN],
  area: OPEN,
  at: { x: 0, y: 0 },
})

/** True where the east side of one piece and the west side of the next share more than a point. */
export const meet = (west: Piece, east: Piece) =>
  Math.min(west.right[1], east.left[1]) - Math.max(west.right[0], east.left[0]) > THIN
