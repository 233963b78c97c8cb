import writeXlsxFile from 'write-excel-file/universal'
import { DUTY_CELLS } from '../../shared/grids/duty-table'
import { GRID_CELLS } from '../../shared/grids/grid-table'
import { UNIT_CELLS } from '../../shared/grids/unit-table'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { IMPORT_ZH, type ImportKind } from '../../shared/points/import-contract'
import { POINT_CELLS } from '../../shared/points/point-table'
import { listGridRecords, listUnitRecords } from '../grids/import-queries'
import type { Deps } from '../http/deps'
import type { Download } from '../http/download'
import { grant } from '../http/refused'
import { dutyFacts, type Facts, gridFacts, openDuties, pointBook, pointFacts, unitFacts } from './import-plans'

const CELLS = { units: UNIT_CELLS, grids: GRID_CELLS, duties: DUTY_CELLS, points: POINT_CELLS } as const
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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

/** An empty table to fill in, or all there is, to change and hand back; cells are text, so nothing is ever a formula. */
export async function importTemplate(deps: Deps, actor: Actor, kind: ImportKind, isFilled: boolean): Promise<Download> {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const names = Object.values(CELLS[kind]).map(({ zh, isNeeded }) => ({ zh, isNeeded }))
  const rows = isFilled ? await ROWS[kind](deps) : []
  const head = names.map(({ zh, isNeeded }) => ({ value: isNeeded ? `${zh}*` : zh, fontWeight: 'bold' as const }))
  const cell = (value: string | number | null | undefined) => ({ value: String(value ?? ''), type: String })
  const columns = names.map(() => ({ width: 18 }))
  const blob = await writeXlsxFile([head, ...rows.map((row) => names.map(({ zh }) => cell(row[zh])))], {
    ...{ columns, sheet: IMPORT_ZH[kind], stickyRowsCount: 1 },
  }).toBlob()
  const name = `${IMPORT_ZH[kind]}-${isFilled ? '现有数据' : '模板'}.xlsx`
  return { body: new Uint8Array(await blob.arrayBuffer()), mime: MIME, name }
}
