import { code, line, needed, oneOf, optional, type Plan, readTable, type Sheet, twice } from '../kit/table'
import { UNIT_KIND_ZH, UNIT_KINDS, type UnitKind } from './words'

export type UnitRow = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly trade: string | null
}

export const UNIT_CELLS = {
  id: needed('编号', code),
  name: needed('名称', line(40)),
  kind: needed('类型', oneOf(UNIT_KINDS.map((kind) => [kind, UNIT_KIND_ZH[kind]] as const))),
  trade: optional('行业', line(20)),
}

/** 单位: the number is the identity; names and trades are nobody else's. */
export function planUnits(sheet: Sheet, known: readonly UnitRow[]): Plan<UnitRow> {
  const { rows, bad } = readTable(sheet, UNIT_CELLS)
  const named = new Set(rows.map(({ value }) => value.id))
  const others = known.filter(({ id }) => !named.has(id))
  const taken = rows.flatMap(({ row, value: { name, trade } }) => [
    ...others
      .filter((one) => one.name === name)
      .map(({ id }) => ({ sheet: sheet.name, row, column: '名称', zh: `“${name}”已经是 ${id} 的名称` })),
    ...others
      .filter((one) => trade !== null && one.trade === trade)
      .map((one) => ({ sheet: sheet.name, row, column: '行业', zh: `“${trade}”已经归${one.name}` })),
  ])
  const doubled = [
    ...twice(sheet, rows, '编号', ({ id }) => id),
    ...twice(sheet, rows, '名称', ({ name }) => name),
    ...twice(sheet, rows, '行业', ({ trade }) => trade),
  ]
  const before = new Map(known.map((unit) => [unit.id, unit]))
  return {
    rows: rows.map(({ value }) => ({ key: value.id, was: before.get(value.id) ?? null, is: value })),
    bad: [...bad, ...doubled, ...taken],
  }
}
