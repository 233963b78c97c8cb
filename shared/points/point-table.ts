import { findGrid, type GridShape } from '../grids/find'
import { isRefusal } from '../kit/refusal'
import {
  type BadCell,
  code,
  decimal,
  line,
  needed,
  type Plan,
  type ReadRow,
  readTable,
  type Sheet,
  twice,
  whole,
} from '../kit/table'

export type PointRow = {
  readonly id: string
  readonly code: string
  readonly categoryNo: number
  readonly name: string
  readonly gridId: string
  readonly lng: number
  readonly lat: number
  readonly unitId: string
}
export type PointCategory = { readonly no: number; readonly name: string }
type Known = {
  readonly points: readonly PointRow[]
  readonly categories: readonly PointCategory[]
  readonly grids: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly shapes: readonly GridShape[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

export const POINT_CELLS = {
  code: needed('编号', code),
  categoryNo: needed('类别编号', whole(1, 999)),
  category: needed('类别', line(30)),
  name: needed('名称', line(40)),
  grid: needed('网格', line(20)),
  lng: needed('经度', decimal(-180, 180)),
  lat: needed('纬度', decimal(-90, 90)),
  unit: needed('责任单位', line(40)),
}
type Value = Omit<PointRow, 'id' | 'gridId' | 'unitId'> & { category: string; grid: string; unit: string }

type Flaw = readonly [column: string, zh: string] | null

/** A point lies in the grid it names; a town has no border to lie in. */
function placeFlaw({ lng, lat }: Value, grid: { id: string; name: string }, shapes: readonly GridShape[]): Flaw {
  if (!shapes.some(({ id }) => id === grid.id)) return null
  const found = findGrid(shapes, { lng, lat })
  if (isRefusal(found)) return ['经度', found.zh]
  return found.id === grid.id ? null : ['网格', `写的是${grid.name}，按坐标在${found.name}`]
}

function resolve(
  sheet: Sheet,
  { row, value }: ReadRow<Value>,
  known: Known,
): { gridId: string; unitId: string } | BadCell[] {
  const grid = known.grids.find(({ id, code, name }) => [id, code, name].includes(value.grid))
  const unit = known.units.find(({ id, name }) => [id, name].includes(value.unit))
  const other = known.categories.find(({ no, name }) => (no === value.categoryNo) !== (name === value.category))
  const flaws: Flaw[] = [
    grid ? placeFlaw(value, grid, known.shapes) : ['网格', `没有“${value.grid}”这个网格，请先导入网格`],
    unit ? null : ['责任单位', `没有“${value.unit}”这个单位，请先导入单位`],
    other ? ['类别', `${other.no} 是“${other.name}”，编号和名称要一致`] : null,
  ]
  const bad = flaws.flatMap((flaw) => (flaw ? [{ sheet: sheet.name, row, column: flaw[0], zh: flaw[1] }] : []))
  return grid && unit && bad.length === 0 ? { gridId: grid.id, unitId: unit.id } : bad
}

/** 点位, and the categories that come with them for the first time. */
export function planPoints(sheet: Sheet, known: Known): Plan<PointRow> & { categories: readonly PointCategory[] } {
  const { rows, bad } = readTable(sheet, POINT_CELLS)
  const named = new Map(rows.map(({ value }) => [value.categoryNo, value.category]))
  const all = { ...known, categories: [...known.categories, ...[...named].map(([no, name]) => ({ no, name }))] }
  const before = new Map(known.points.map((point) => [point.code, point]))
  const flaws = [...bad, ...twice(sheet, rows, '编号', ({ code }) => code)]
  const planned = rows.flatMap((one) => {
    const found = resolve(sheet, one, all)
    if (Array.isArray(found)) {
      flaws.push(...found)
      return []
    }
    const { category: _, grid: __, unit: ___, ...value } = one.value
    const was = before.get(value.code) ?? null
    return [{ key: value.code, was, is: { ...value, ...found, id: was?.id ?? value.code } }]
  })
  const fresh = [...named].filter(([no]) => !known.categories.some((one) => one.no === no))
  return { rows: planned, bad: flaws, categories: fresh.map(([no, name]) => ({ no, name })) }
}
