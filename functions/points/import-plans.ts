import { type OpenDuty, planDuties } from '../../shared/grids/duty-table'
import { type GridRecord, planGrids, ringsZh } from '../../shared/grids/grid-table'
import { planUnits, type UnitRow } from '../../shared/grids/unit-table'
import { GRID_KIND_ZH, TIER_ZH, UNIT_KIND_ZH } from '../../shared/grids/words'
import { type BadCell, isSame, type Planned, type Sheet } from '../../shared/kit/table'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { ChangeFacts } from '../../shared/people/changes'
import type { ImportKind } from '../../shared/points/import-contract'
import { planPoints } from '../../shared/points/point-table'
import {
  listGridRecords,
  listOpenDuties,
  listUnitRecords,
  recordDuties,
  recordGrids,
  recordUnits,
  type Written,
} from '../grids/import-queries'
import type { Deps } from '../http/deps'
import { listPointCategories, listPointRecords, recordPoints } from './import-queries'

export type Step = { readonly key: string; readonly was: ChangeFacts | null; readonly is: ChangeFacts }
/** What a file would do: each row as a person reads it, and how to write what differs. */
export type Work = {
  readonly steps: readonly Step[]
  readonly bad: readonly BadCell[]
  readonly write: (written: Written) => Promise<object | undefined>
}

export type Facts = Readonly<Record<string, string | number | null>>

/** Only what is filled in, as text. */
const filled = (facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])),
  )

const stepsOf = <T>(rows: readonly Planned<T>[], facts: (row: T) => Facts): Step[] =>
  rows.map(({ key, was, is }) => ({ key, was: was === null ? null : filled(facts(was)), is: filled(facts(is)) }))

const differing = <T extends object>(rows: readonly Planned<T>[]) =>
  rows.filter(({ was, is }) => !isSame(was, is)).map(({ is }) => is)

export const unitFacts = ({ id, name, kind, trade }: UnitRow): Facts => ({
  编号: id,
  名称: name,
  类型: UNIT_KIND_ZH[kind],
  行业: trade,
})

export const gridFacts = (grid: GridRecord): Facts => ({
  ...{ 编号: grid.code, 名称: grid.name, 类型: GRID_KIND_ZH[grid.kind], 社区: grid.community, 河岸: grid.bank },
  ...{ '面积（平方公里）': grid.areaKm2, 中心经度: grid.lng, 中心纬度: grid.lat, 边界: ringsZh(grid.rings) },
})

type Named = { readonly id: string; readonly name: string }
const nameIn = (rows: readonly Named[]) => {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id: string | null) => (id === null ? null : (names.get(id) ?? id))
}

export const dutyFacts = (grids: readonly Named[], units: readonly Named[]) => {
  const [gridOf, unitOf] = [nameIn(grids), nameIn(units)]
  return (duty: Omit<OpenDuty, 'id'>): Facts => ({
    ...{ 网格: gridOf(duty.gridId), 级别: TIER_ZH[duty.tier], 单位: unitOf(duty.unitId), 姓名: duty.personName },
    ...{ 职务: duty.postZh, 路段或小区: duty.segmentZh, 经度: duty.lng, 纬度: duty.lat, 开始日期: duty.startsOn },
  })
}

export const openDuties = async ({ db }: Deps): Promise<OpenDuty[]> =>
  (await listOpenDuties(db)).map(({ startsAt, endsAt: _, ...duty }) => ({ ...duty, startsOn: shanghai(startsAt).day }))

async function unitWork({ db }: Deps, sheet: Sheet): Promise<Work> {
  const { rows, bad } = planUnits(sheet, await listUnitRecords(db))
  return { steps: stepsOf(rows, unitFacts), bad, write: (written) => recordUnits(db, written, differing(rows)) }
}

async function gridWork({ db }: Deps, sheet: Sheet): Promise<Work> {
  const { rows, bad } = planGrids(sheet, await listGridRecords(db))
  return { steps: stepsOf(rows, gridFacts), bad, write: (written) => recordGrids(db, written, differing(rows)) }
}

async function dutyWork(deps: Deps, sheet: Sheet): Promise<Work> {
  const { db, newId, now } = deps
  const [known, grids, units] = await Promise.all([openDuties(deps), listGridRecords(db), listUnitRecords(db)])
  const { rows, bad } = planDuties(sheet, known, { grids, units }, now())
  const writes = rows
    .filter(({ was, is }) => was !== is)
    .map(({ was, is: { startsOn, ...duty } }) => ({
      row: { ...duty, id: newId(), startsAt: shanghaiMoment(startsOn), endsAt: null },
      replaces: was?.id ?? null,
    }))
  return { steps: stepsOf(rows, dutyFacts(grids, units)), bad, write: (written) => recordDuties(db, written, writes) }
}

/** 点位 with the names their numbers stand for. */
export async function pointBook({ db }: Deps) {
  const [points, categories, grids, units] = await Promise.all([
    listPointRecords(db),
    listPointCategories(db),
    listGridRecords(db),
    listUnitRecords(db),
  ])
  const shapes = grids.flatMap(({ id, name, rings }) => (rings ? [{ id, name, rings }] : []))
  return { points, categories, grids, units, shapes }
}
type Book = Awaited<ReturnType<typeof pointBook>>

export const pointFacts = ({ categories, grids, units }: Pick<Book, 'categories' | 'grids' | 'units'>) => {
  const [gridOf, unitOf] = [nameIn(grids), nameIn(units)]
  return ({ code, categoryNo, name, gridId, lng, lat, unitId }: Book['points'][number]): Facts => ({
    ...{ 编号: code, 类别编号: categoryNo, 类别: categories.find(({ no }) => no === categoryNo)?.name ?? null },
    ...{ 名称: name, 网格: gridOf(gridId), 经度: lng, 纬度: lat, 责任单位: unitOf(unitId) },
  })
}

async function pointWork(deps: Deps, sheet: Sheet): Promise<Work> {
  const book = await pointBook(deps)
  const { rows, bad, categories } = planPoints(sheet, book)
  const facts = pointFacts({ ...book, categories: [...book.categories, ...categories] })
  const write: Work['write'] = (written) => recordPoints(deps.db, written, { rows: differing(rows), categories })
  return { steps: stepsOf(rows, facts), bad, write }
}

const WORKS = { units: unitWork, grids: gridWork, duties: dutyWork, points: pointWork } as const

export const planOf = (deps: Deps, kind: ImportKind, sheet: Sheet): Promise<Work> => WORKS[kind](deps, sheet)
