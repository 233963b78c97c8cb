import writeXlsxFile from 'write-excel-file/universal'
import type { z } from 'zod'
import type { ExportCases } from '../../shared/cases/export-contract'
import {
  csvHead,
  csvRows,
  LEDGER_COLUMNS,
  type LedgerRow,
  tooManyRowsZh,
  XLSX_ROWS_MAX,
} from '../../shared/cases/ledger'
import { pageFrom } from '../../shared/kit/page'
import { shanghai } from '../../shared/kit/time'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import type { Download } from '../http/download'
import { fail, grant } from '../http/refused'
import { momentCursor } from '../people/staff-actions'
import { countLedger, listExportRows, listLedger, recordExport } from './export-queries'
import { filterOf } from './filter-actions'
import type { Filter } from './list-queries'

const PAGE = 1_000
const MIMES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** 台账 as a file. The journal is written before the first byte leaves. */
export async function exportCases(
  deps: Deps,
  actor: Actor,
  { format, reason, ...filter }: z.output<typeof ExportCases.body>,
): Promise<Download> {
  const at = deps.now()
  const asked = await filterOf(deps, actor, filter)
  const rows = await countLedger(deps.db, actor, asked)
  if (format === 'xlsx' && rows > XLSX_ROWS_MAX) fail('too_large', tooManyRowsZh(rows), 'format')
  const filters = Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  await recordExport(deps.db, { id: deps.newId(), by: actor.id, format, reason, filters, rows, at })
  const pages = ledgerPages(deps, actor, asked)
  const { day, clock } = shanghai(at)
  return {
    body: format === 'csv' ? csvStream(deps, pages, at) : await workbook(pages, at),
    mime: MIMES[format],
    name: `台账-${day.replaceAll('-', '')}-${clock.replace(':', '')}.${format}`,
  }
}

async function* ledgerPages({ db }: Deps, actor: Actor, filter: Filter): AsyncGenerator<LedgerRow[]> {
  for (let after = ''; ; ) {
    const rows = await listLedger(db, actor, filter, { after, size: PAGE })
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < PAGE || last === undefined) return
    after = last.number
  }
}

/** A page is read when the receiver has taken the one before: the memory it takes does not grow with the ledger. */
function csvStream(deps: Deps, pages: AsyncGenerator<LedgerRow[]>, now: Date) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(encoder.encode(csvHead)),
    pull: async (controller) => {
      const page = await pages.next().catch((err: unknown) => brokenOff(deps, err))
      if (page.done) controller.close()
      else controller.enqueue(encoder.encode(csvRows(page.value, now)))
    },
  })
}

/** The status is long sent: that the file breaks off is all the receiver can be told. */
function brokenOff({ log }: Deps, err: unknown): never {
  log({ level: 'error', job: 'export', err })
  throw err
}

/** Cells are typed as text, so no content of theirs is ever a formula. */
async function workbook(pages: AsyncGenerator<LedgerRow[]>, now: Date) {
  const head = LEDGER_COLUMNS.map(({ zh }) => ({ value: zh, fontWeight: 'bold' as const }))
  const rows = []
  for await (const page of pages)
    for (const row of page) rows.push(LEDGER_COLUMNS.map(({ of }) => cellOf(of(row, now))))
  const columns = LEDGER_COLUMNS.map(({ width }) => ({ width }))
  const blob = await writeXlsxFile([head, ...rows], { columns, sheet: '台账', stickyRowsCount: 1 }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const cellOf = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String }

/** 导出登记, for the administrator to read. */
export async function listExports(
  { db }: Deps,
  actor: Actor,
  { cursor, size }: { cursor?: string | undefined; size: number },
) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const rows = await listExportRows(db, { after: momentCursor(cursor), size })
  const { items, next } = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return {
    items: items.map((row) => ({ ...row, filters: Object.keys(row.filters).length, at: row.at.toISOString() })),
    next,
  }
}
