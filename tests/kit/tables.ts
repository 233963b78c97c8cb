import writeXlsxFile from 'write-excel-file/universal'
import type { Answer, House } from './house'

/** A workbook of text cells. */
export async function xlsxOf(rows: readonly (readonly (string | number)[])[]) {
  const cells = rows.map((row) => row.map((value) => ({ value: String(value), type: String })))
  return new Uint8Array(await (await writeXlsxFile(cells, { sheet: '表一' }).toBlob()).arrayBuffer())
}

export const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

/** Hands a file in at an endpoint that takes one. */
export async function sendFile(
  { app }: House,
  as: { token: string },
  path: string,
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), '表.xlsx')
  const res = await app.request(path, { method: 'POST', body: form, headers: { authorization: `Bearer ${as.token}` } })
  return { status: res.status, ...((await res.json()) as object) } as Answer
}
