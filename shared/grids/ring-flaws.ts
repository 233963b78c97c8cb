import type { Ring } from '../kit/geo'
import { edgesOf } from './rings'

type Vertex = readonly [number, number]

/** What is wrong with one ring, in sentences that say where: too short, unclosed, outside the world, or crossing itself. */
export function ringFlaws(name: string, ring: Ring): string[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined || ring.length < 4) return [`${name}的边界少于 3 个点`]
  const odd = ring.find(([lng, lat]) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
  if (odd) return [`${name}的边界有一个点不是经纬度：${odd.join(',')}`]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return [`${name}的边界没有闭合，起点 ${first.join(',')}，终点 ${last.join(',')}`]
  }
  const crossing = selfCrossing([...edgesOf(ring)].filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1]))
  return crossing ? [`${name}的边界在 ${crossing.map((n) => n.toFixed(6)).join(',')} 处与自身相交`] : []
}

/** Where a ring meets itself: neighbours may share their corner only, all others nothing. */
function selfCrossing(edges: readonly Edge[]): Vertex | undefined {
  const closing = edges.length - 1
  const pairs = edges.flatMap((a, i) => edges.slice(i + 1).map((b, j) => ({ a, b, i, apart: j + 1 })))
  for (const { a, b, i, apart } of pairs) {
    const at = apart === 1 ? turnsBack(a, b) : i === 0 && apart === closing ? turnsBack(b, a) : meeting(a, b)
    if (at) return at
  }
  return undefined
}

type Edge = readonly [Vertex, Vertex]

const side = ([a, b]: Edge, p: Vertex) => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

const within = ([a, b]: Edge, p: Vertex) =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

/** A corner of one edge lying on the other, or the point where they cross. */
function meeting(a: Edge, b: Edge): Vertex | undefined {
  const touching = [
    ...b.filter((p) => side(a, p) === 0 && within(a, p)),
    ...a.filter((p) => side(b, p) === 0 && within(b, p)),
  ]
  if (touching[0]) return touching[0]
  if (side(a, b[0]) * side(a, b[1]) !== -1 || side(b, a[0]) * side(b, a[1]) !== -1) return undefined
  const [dx, dy] = [a[1][0] - a[0][0], a[1][1] - a[0][1]]
  const [ex, ey] = [b[1][0] - b[0][0], b[1][1] - b[0][1]]
  const t = ((b[0][0] - a[0][0]) * ey - (b[0][1] - a[0][1]) * ex) / (dx * ey - dy * ex)
  return [a[0][0] + t * dx, a[0][1] + t * dy]
}

/** An edge that runs back over the one before it. */
function turnsBack(a: Edge, b: Edge): Vertex | undefined {
  const [from, corner, to] = [a[0], a[1], b[1]]
  const onward = (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1])
  return side(a, to) === 0 && onward < 0 ? corner : undefined
}
