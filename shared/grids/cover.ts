import { metresPerDegree } from '../kit/geo'
import { type Refusal, refuse } from '../kit/refusal'
import type { GridShape } from './find'
import { ringFlaws } from './ring-flaws'
import { boxOf } from './rings'
import { meet, type Piece, sweep } from './sweep'

/** Rounding of coordinates to six digits leaves slivers of less than this. */
const SLIVER_M2 = 1
const SHOWN = 3

/** Grids must tile: every place of the county town has one and only one. Refuses with where they do not. */
export function checkCover(grids: readonly GridShape[]): Refusal | null {
  const broken = grids.flatMap(({ name, rings }) => rings.flatMap((ring) => ringFlaws(name, ring)))
  const flaws = broken.length > 0 ? broken : areaFlaws(grids)
  if (flaws.length === 0) return null
  const more = flaws.length > SHOWN ? `；另有 ${flaws.length - SHOWN} 处` : ''
  return refuse('invalid', `网格没有导入：${flaws.slice(0, SHOWN).join('；')}${more}`, 'grids')
}

type Found = { readonly names: readonly string[]; readonly pieces: readonly Piece[] }

function areaFlaws(grids: readonly GridShape[]) {
  const { minLng, minLat } = boxOf(grids.flatMap(({ rings }) => rings))
  const { perLng, perLat } = metresPerDegree(minLat)
  const slabs = sweep(grids, ([lng, lat]) => [(lng - minLng) * perLng, (lat - minLat) * perLat])
  const say = (found: Found, sentence: (names: string, where: string) => string) => {
    const areaM2 = Math.round(found.pieces.reduce((sum, { area }) => sum + area, 0))
    if (areaM2 < SLIVER_M2) return []
    const { x, y } = found.pieces.reduce((a, b) => (b.area > a.area ? b : a)).at
    const where = `约 ${areaM2} 平方米，在 ${(minLng + x / perLng).toFixed(6)},${(minLat + y / perLat).toFixed(6)} 附近`
    return [sentence(found.names.join('、'), where)]
  }
  return [
    ...overlaps(slabs.flat()).flatMap((found) => say(found, (names, where) => `${names}重叠${where}`)),
    ...holes(slabs).flatMap((found) => say(found, (names, where) => `${names}之间有空白${where}`)),
  ]
}

/** Every pair of grids that covers something twice. */
function overlaps(pieces: readonly Piece[]): Found[] {
  const pairs = new Map<string, { names: string[]; pieces: Piece[] }>()
  for (const piece of pieces) {
    const inside = piece.inside.toSorted()
    inside.forEach((a, i) => {
      for (const b of inside.slice(i + 1)) {
        const pair = pairs.get(`${a}|${b}`) ?? { names: [a, b], pieces: [] }
        pair.pieces.push(piece)
        pairs.set(`${a}|${b}`, pair)
      }
    })
  }
  return [...pairs.values()]
}

/** Every uncovered patch from which no way leads out into the open. */
function holes(slabs: readonly (readonly Piece[])[]): Found[] {
  const gaps = slabs.map((slab) => slab.filter(({ inside }) => inside.length === 0))
  const patchOf = new Map<Piece, Set<Piece>>()
  for (const piece of gaps.flat()) patchOf.set(piece, new Set([piece]))
  gaps.forEach((slab, i) => {
    for (const west of slab) {
      for (const east of gaps[i + 1] ?? []) if (meet(west, east)) join(patchOf, west, east)
    }
  })
  return [...new Set(patchOf.values())]
    .map((patch) => [...patch])
    .filter((patch) => patch.every(({ bounds }) => !bounds.includes(null)))
    .map((patch) => ({
      names: [...new Set(patch.flatMap(({ bounds }) => bounds.flatMap((n) => n ?? [])))],
      pieces: patch,
    }))
}

function join(patchOf: Map<Piece, Set<Piece>>, a: Piece, b: Piece) {
  const [into, from] = [patchOf.get(a), patchOf.get(b)]
  if (!into || !from || into === from) return
  for (const piece of from) {
    into.add(piece)
    patchOf.set(piece, into)
  }
}
