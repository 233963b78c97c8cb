import { parse } from 'csv-parse/browser/esm/sync'
import { unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { ROWS_MAX, type Sheet } from '../../shared/kit/table'
import { fail } from '../http/refused'

/** What a workbook may unfold to: a few kilobytes can be made to fill any memory. */
const UNPACKED_MAX = 24 * 1024 * 1024
const PARTS_MAX = 200
const HEAD_ROWS = 100
const COLUMNS_MAX = 40
const NOT_READABLE = '这个文件打不开。请存成 XLSX 或 CSV 再传'

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** The first sheet of an XLSX, or a CSV in UTF-8, GBK or UTF-16, as text cells. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return fail('unsupported', '这是旧版 XLS，请在表格里另存为 XLSX 再传', 'file')
  return begins(bytes, 0x50, 0x4b) ? readWorkbook(bytes) : { name: 'CSV', rows: readCsv(decode(bytes)) }
}

async function readWorkbook(bytes: Uint8Array): Promise<Sheet> {
  checkUnfolding(bytes)
  const copy = bytes.slice().buffer as ArrayBuffer
  const sheets = await readXlsxFile(copy, { parseNumber: (text) => text }).catch(() => null)
  const [first] = sheets ?? fail('unsupported', NOT_READABLE, 'file')
  if (!first) return fail('unsupported', '这个文件里没有工作表', 'file')
  return { name: first.sheet, rows: first.data.map((row) => row.map(textOf)) }
}

/** First the list of parts, then where the cells of each sheet claim to stand: one cell far away is a table of billions. */
function checkUnfolding(bytes: Uint8Array) {
  let [parts, size] = [0, 0]
  const isFit = ({ originalSize }: { originalSize: number }) => {
    parts += 1
    size += originalSize
    return parts <= PARTS_MAX && size <= UNPACKED_MAX
  }
  const unpacked = unpack(bytes, (part) => isFit(part) && part.name.endsWith('.xml'))
  if (parts > PARTS_MAX || size > UNPACKED_MAX) fail('too_large', '这个文件展开后太大，请只留要导入的那张表', 'file')
  const isFar = Object.values(unpacked).some((part) => claimsFar(new TextDecoder().decode(part)))
  if (isFar) fail('too_large', `这张表超过 ${ROWS_MAX} 行或 ${COLUMNS_MAX} 列，请删掉远处的空格子`, 'file')
}

function unpack(bytes: Uint8Array, filter: (part: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    return fail('unsupported', NOT_READABLE, 'file')
  }
}

const PLACE = /\sr\s*=\s*["']([^"']*)["']/g

function claimsFar(xml: string) {
  if (!/<(\w+:)?worksheet[\s>]/.test(xml)) return false
  for (const [, place = ''] of xml.matchAll(PLACE)) {
    const [, letters = '', row = ''] = /^([A-Za-z]{0,3})(\d{1,7})$/.exec(place) ?? []
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (row === '' || Number(row) > ROWS_MAX + HEAD_ROWS || column > COLUMNS_MAX) return true
  }
  return false
}

/** A date is written as its day; what a sheet keeps beside text and numbers is no cell of ours. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : clean(String(cell))
}

const clean = (text: string) => text.replaceAll('\0', '').normalize('NFC').trim()

/** Excel on a Chinese computer writes CSV in GBK; what is not UTF-8 is taken for that. */
function decode(bytes: Uint8Array) {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const DELIMITERS = [',', '\t', ';', '，']

/** The one that cuts the first line, outside of quotes, into the most cells. */
function delimiterOf(text: string) {
  const line = (text.split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  return DELIMITERS.map((one) => ({ one, n: line.split(one).length })).sort((a, b) => b.n - a.n)[0]?.one ?? ','
}

/** A quote that is opened and never closed leaves no cells to speak of. */
function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      to: ROWS_MAX + HEAD_ROWS,
      relaxColumnCount: true,
      relaxQuotes: true,
      recordDelimiter: ['\r\n', '\n', '\r'],
    })
  } catch {
    return fail('invalid', '表格里有一个引号没有成对，请改好再传', 'file')
  }
}

/** Also what is pasted out of a table, with tabs. */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '')
  const data = recordsOf(plain)
  if (data.some((row) => row.length > COLUMNS_MAX)) fail('invalid', '这个文件的列太多，不像要导入的表', 'file')
  return data.map((row) => row.map(clean))
}
