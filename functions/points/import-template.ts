import { DUTY_CELLS } from '../../shared/grids/duty-table'
import { GRID_CELLS } from '../../shared/grids/grid-table'
import { UNIT_CELLS } from '../../shared/grids/unit-table'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { IMPORT_ZH, type ImportKind } from '../../shared/points/import-contract'
import { POINT_CELLS } from '../../shared/points/point-table'
import { bookOf } from '../files/books'
import { listGridRecords, listUnitRecords } from '../grids/import-queries'
import type { Deps } from '../http/deps'
import type { Download } from '../http/download'
import { grant } from '../http/refused'
import { dutyFacts, type Facts, gridFacts, openDuties, pointBook, pointFacts, unitFacts } from './import-plans'

const CELLS = { units: UNIT_CELLS, grids: GRID_CELLS, duties: DUTY_CELLS, points: POINT_CELLS } as const

const ROWS: Record<ImportKind, (deps: Deps) => Promise<Facts[]>> = {
  units: async ({ db }) => (await listUnitRecords(db)).map(unitFacts),
  grids: async ({ db }) => (await listGridRecords(db)).map(gridFacts),
  duties: async (deps) => {
    const [duties, grids, units] = await Promise.all([
      openDuties(deps),
      listGridRecords(deps.db),
      listUnitRecords(deps.db),
    ])
    return duties.map(dutyFacts(grids, units))
  },
  points: async (deps) => {
    const book = await pointBook(deps)
    return book.points.map(pointFacts(book))
  },
}

/** An empty table to fill in, or all there is, to change and hand back. */
export async function importTemplate(deps: Deps, actor: Actor, kind: ImportKind, isFilled: boolean): Promise<Download> {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  return bookOf({
    sheet: IMPORT_ZH[kind],
    name: `${IMPORT_ZH[kind]}-${isFilled ? '现有数据' : '模板'}.xlsx`,
    cells: Object.values(CELLS[kind]),
    rows: isFilled ? await ROWS[kind](deps) : [],
  })
}
