import writeXlsxFile from 'write-excel-file/universal'
import type { Cell } from '../../shared/kit/table'
import type { Download } from '../http/download'

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Book = {
  readonly sheet: string
  readonly name: string
  readonly cells: readonly Pick<Cell<unknown>, 'zh' | 'isNeeded'>[]
  /** Under their Chinese names. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
}

/** A table to change and hand back; cells are text, so nothing is ever a formula. */
export async function bookOf({ sheet, name, cells, rows }: Book): Promise<Download> {
  const head = cells.map(({ zh, isNeeded }) => ({ value: isNeeded ? `${zh}*` : zh, fontWeight: 'bold' as const }))
  const cell = (value: string | number | null | undefined) => ({ value: String(value ?? ''), type: String })
  const columns = cells.map(() => ({ width: 18 }))
  const blob = await writeXlsxFile([head, ...rows.map((row) => cells.map(({ zh }) => cell(row[zh])))], {
    ...{ columns, sheet, stickyRowsCount: 1 },
  }).toBlob()
  return { body: new Uint8Array(await blob.arrayBuffer()), mime: MIME, name }
}
