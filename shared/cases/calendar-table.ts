import {
  type BadCell,
  type Cell,
  type CellRead,
  line,
  needed,
  optional,
  readTable,
  type Sheet,
  twice,
} from '../kit/table'
import { shanghai, shanghaiMoment } from '../kit/time'

export type CalendarDay = { readonly day: string; readonly kind: 'work' | 'rest'; readonly note: string }

const KINDS: Readonly<Record<string, CalendarDay['kind']>> = {
  放假: 'rest',
  休息: 'rest',
  rest: 'rest',
  上班: 'work',
  调休: 'work',
  work: 'work',
}
export const DAY_KIND_ZH: Record<CalendarDay['kind'], string> = { rest: '放假', work: '上班' }

/** YYYY-MM-DD, 2026/1/1 and 2026年1月1日 are one day; what is no day of the calendar is null. */
function dayOf(text: string) {
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const day = `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
  const at = y === undefined ? null : shanghaiMoment(day)
  return at !== null && !Number.isNaN(at.getTime()) && shanghai(at).day === day ? day : null
}

const dayIn =
  (year: number) =>
  (text: string): CellRead<string> => {
    const day = dayOf(text)
    if (day === null) return { zh: `“${text.slice(0, 20)}”不是日期，请写成 ${year}-01-01` }
    return day.startsWith(`${year}-`) ? { value: day } : { zh: `${day} 不在 ${year} 年` }
  }

function kindOf(text: string): CellRead<CalendarDay['kind']> {
  const kind = Object.hasOwn(KINDS, text.toLowerCase()) ? KINDS[text.toLowerCase()] : undefined
  return kind ? { value: kind } : { zh: `“${text.slice(0, 20)}”不认识，请写“放假”或“上班”` }
}

/** The columns of the table of one year. */
export const calendarCells = (year: number) => ({
  day: needed('日期', dayIn(year)),
  kind: needed('类型', kindOf) satisfies Cell<CalendarDay['kind']>,
  note: optional('说明', line(20)),
})

/** The days of one year from a table of 日期, 类型, 说明: either all of them, or every cell that is wrong. */
export function readCalendarTable(sheet: Sheet, year: number): { days: CalendarDay[]; bad: BadCell[] } {
  const { rows, bad } = readTable(sheet, calendarCells(year))
  const again = twice(sheet, rows, '日期', ({ day }) => day)
  const days = rows.map(({ value: { day, kind, note } }) => ({ day, kind, note: note ?? '' }))
  return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), bad: [...bad, ...again] }
}
