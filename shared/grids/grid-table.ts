import type { Ring } from '../kit/geo'
import { isRefusal } from '../kit/refusal'
import {
  type BadCell,
  type CellRead,
  code,
  decimal,
  line,
  needed,
  oneOf,
  optional,
  type Plan,
  type ReadRow,
  readTable,
  type Sheet,
  twice,
} from '../kit/table'
import { checkCover } from './cover'
import { boxOf } from './rings'
import { GRID_KIND_ZH, GRID_KINDS, type GridKind } from './words'

/** A grid as its table keeps it. */
export type GridRecord = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: GridKind
  readonly community: string | null
  readonly bank: string | null
  readonly areaKm2: number | null
  readonly lng: number | null
  readonly lat: number | null
  readonly rings: readonly Ring[] | null
  readonly minLng: number | null
  readonly minLat: number | null
  readonly maxLng: number | null
  readonly maxLat: number | null
}

const VERTICES_MAX = 2_000

/** 经度 纬度;经度 纬度;… in WGS-84; a hole follows after `|`. What is not closed is closed. */
function rings(text: string): CellRead<readonly Ring[]> {
  const read = text.split('|').map(ring)
  const odd = read.find((one) => 'zh' in one)
  if (odd && 'zh' in odd) return odd
  return { value: read.flatMap((one) => ('value' in one ? [one.value] : [])) }
}

function ring(text: string): CellRead<Ring> {
  const places = text
    .split(/[;；]/)
    .map((place) => place.trim())
    .filter(Boolean)
  if (places.length < 3 || places.length > VERTICES_MAX) return { zh: `边界要有 3 到 ${VERTICES_MAX} 个点，用分号隔开` }
  const read = places.map((place) => /^(-?\d{1,3}(?:\.\d{1,15})?)[ ,，]+(-?\d{1,2}(?:\.\d{1,15})?)$/.exec(place))
  const odd = read.indexOf(null)
  if (odd >= 0) return { zh: `第 ${odd + 1} 个点“${(places[odd] ?? '').slice(0, 20)}”请写成“107.384641 33.256894”` }
  const line = read.flatMap((one) => (one ? [[Number(one[1]), Number(one[2])] as const] : []))
  const [first, last] = [line[0], line.at(-1)]
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1]
  return { value: first && !isClosed ? [...line, first] : line }
}

export const GRID_CELLS = {
  code: needed('编号', code),
  name: needed('名称', line(20)),
  kind: needed('类型', oneOf(GRID_KINDS.map((kind) => [kind, GRID_KIND_ZH[kind]] as const))),
  community: optional('社区', line(20)),
  bank: optional('河岸', line(20)),
  areaKm2: optional('面积（平方公里）', decimal(0.0001, 10_000)),
  lng: optional('中心经度', decimal(-180, 180)),
  lat: optional('中心纬度', decimal(-90, 90)),
  rings: optional('边界', rings),
}

export const ringsZh = (rings: readonly Ring[] | null) =>
  (rings ?? []).map((ring) => ring.map((place) => place.join(' ')).join(';')).join('|')

type Value = Omit<GridRecord, 'id' | 'minLng' | 'minLat' | 'maxLng' | 'maxLat'>
const BORDERED = ['community', 'lng', 'lat', 'rings'] as const

/** 县城网格 have a border, a town has none yet; a grid stays what it is, since cases lie in it. */
function kindFlaws(sheet: Sheet, { row, value }: ReadRow<Value>, old: GridRecord | undefined): BadCell[] {
  const say = (name: keyof typeof GRID_CELLS, zh: string) => ({
    sheet: sheet.name,
    row,
    column: GRID_CELLS[name].zh,
    zh,
  })
  if (old && old.kind !== value.kind) return [say('kind', `${old.name}是${GRID_KIND_ZH[old.kind]}，不能改成另一类`)]
  const isTown = value.kind === 'town'
  return BORDERED.flatMap((name) => {
    if ((value[name] === null) === isTown) return []
    return [say(name, isTown ? '镇还没有边界，这一格请留空' : `县城网格要填${GRID_CELLS[name].zh}`)]
  })
}

const NO_BOX = { minLng: null, minLat: null, maxLng: null, maxLat: null }

/** 网格: together with those that are not in the file they must still tile the county town. */
export function planGrids(sheet: Sheet, known: readonly GridRecord[]): Plan<GridRecord> {
  const { rows, bad } = readTable(sheet, GRID_CELLS)
  const before = new Map(known.map((grid) => [grid.code, grid]))
  const flaws = [
    ...bad,
    ...twice(sheet, rows, '编号', ({ code }) => code),
    ...twice(sheet, rows, '名称', ({ name }) => name),
    ...rows.flatMap((one) => kindFlaws(sheet, one, before.get(one.value.code))),
    ...nameFlaws(sheet, rows, known),
  ]
  const planned = rows.map(({ value }) => {
    const was = before.get(value.code) ?? null
    const box = value.rings ? boxOf(value.rings) : NO_BOX
    return { key: value.code, was, is: { ...value, id: was?.id ?? value.code, ...box } }
  })
  return { rows: planned, bad: flaws.length > 0 ? flaws : coverFlaws(sheet, rows, known) }
}

function nameFlaws(sheet: Sheet, rows: readonly ReadRow<Value>[], known: readonly GridRecord[]): BadCell[] {
  const codes = new Set(rows.map(({ value }) => value.code))
  const others = new Map(known.filter(({ code }) => !codes.has(code)).map(({ name, code }) => [name, code]))
  return rows.flatMap(({ row, value: { name } }) => {
    const other = others.get(name)
    return other ? [{ sheet: sheet.name, row, column: '名称', zh: `“${name}”已经是 ${other} 的名称` }] : []
  })
}

/** The sentence of a flaw names grids; it is said at the first of them that is in the file. */
function coverFlaws(sheet: Sheet, rows: readonly ReadRow<Value>[], known: readonly GridRecord[]): BadCell[] {
  const codes = new Set(rows.map(({ value }) => value.code))
  const all = [
    ...known.filter(({ code }) => !codes.has(code)),
    ...rows.map(({ value }) => ({ ...value, id: value.code })),
  ]
  const shapes = all.flatMap(({ id, name, rings }) => (rings ? [{ id, name, rings }] : []))
  const flaw = shapes.length === 0 ? null : checkCover(shapes)
  if (flaw === null || !isRefusal(flaw)) return []
  const at = rows.find(({ value }) => value.rings && flaw.zh.includes(value.name)) ?? rows[0]
  return [{ sheet: sheet.name, row: at?.row ?? 1, column: GRID_CELLS.rings.zh, zh: flaw.zh }]
}
