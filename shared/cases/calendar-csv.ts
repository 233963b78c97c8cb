import { shanghai, shanghaiMoment } from '../kit/time'

export type CalendarDay = { readonly day: string; readonly kind: 'work' | 'rest'; readonly note: string }
/** One cell that cannot be taken, where it stands and why. */
export type BadCell = { readonly row: number; readonly column: string; readonly zh: string }

const KINDS: Readonly<Record<string, CalendarDay['kind']>> = {
  放假: 'rest',
  休息: 'rest',
  rest: 'rest',
  上班: 'work',
  调休: 'work',
  work: 'work',
}
const HEAD = /^(日期|date|day)$/i
const MAX_ROWS = 400

/** YYYY-MM-DD, 2026/1/1 and 2026年1月1日 are one day; what is no day of the calendar is null. */
function dayOf(text: string) {
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const day = `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
  const at = y === undefined ? null : shanghaiMoment(day)
  return at !== null && !Number.isNaN(at.getTime()) && shanghai(at).day === day ? day : null
}

const cellsOf = (line: string) => line.split(/[,，\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

function readRow(line: string, row: number, year: number, seen: ReadonlySet<string>): CalendarDay | BadCell[] {
  const [dayText = '', kindText = '', note = ''] = cellsOf(line)
  const day = dayOf(dayText)
  const kind = KINDS[kindText.toLowerCase()]
  const bad: BadCell[] = []
  if (day === null) bad.push({ row, column: '日期', zh: `“${dayText.slice(0, 20)}”不是日期，请写成 ${year}-01-01` })
  else if (!day.startsWith(`${year}-`)) bad.push({ row, column: '日期', zh: `${day} 不在 ${year} 年` })
  else if (seen.has(day)) bad.push({ row, column: '日期', zh: `${day} 前面已经写过` })
  if (!kind) bad.push({ row, column: '类型', zh: `“${kindText.slice(0, 20)}”不认识，请写“放假”或“上班”` })
  if (note.length > 20) bad.push({ row, column: '说明', zh: '说明最多 20 个字' })
  return day !== null && kind && bad.length === 0 ? { day, kind, note } : bad
}

/** A blank line, or the head of the table. */
const isNoDay = (line: string, i: number) => line.trim() === '' || (i === 0 && HEAD.test(cellsOf(line)[0] ?? ''))

/** The days of one year from a CSV of 日期,类型,说明: either all of them, or every cell that is wrong. */
export function readCalendarCsv(text: string, year: number): { days: CalendarDay[]; bad: BadCell[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const days: CalendarDay[] = []
  const bad: BadCell[] = []
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (isNoDay(line, i)) continue
    const read = readRow(line, i + 1, year, seen)
    if (Array.isArray(read)) bad.push(...read)
    else {
      days.push(read)
      seen.add(read.day)
    }
  }
  if (days.length + bad.length === 0) bad.push({ row: 1, column: '日期', zh: '没有一行日期' })
  if (days.length > MAX_ROWS) bad.push({ row: MAX_ROWS + 1, column: '日期', zh: '一年最多 400 行' })
  return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), bad }
}
