import type { WorkYearView } from '../../shared/cases/calendar-contract'
import { type CalendarDay, readCalendarCsv } from '../../shared/cases/calendar-csv'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { dropCalendar } from './calendar'
import { PUBLISHED_SOURCE, publishedDays } from './published-days'
import { findWorkYear, recordWorkYear } from './work-year-queries'

export async function readWorkYear({ db }: Deps, year: number): Promise<WorkYearView> {
  return { year, ...(await findWorkYear(db, year)), isPublished: publishedDays(year).length > 0 }
}

/** Reads and says; nothing is written. */
export const checkWorkYear = async (year: number, csv: string) => readCalendarCsv(csv, year)

function daysOf(year: number, csv: string | null): { source: string; days: readonly CalendarDay[] } {
  if (csv === null) {
    const days = publishedDays(year)
    return days.length > 0
      ? { source: PUBLISHED_SOURCE, days }
      : fail('not_ready', `${year} 年的放假安排还没有公布，请用 CSV 导入`)
  }
  const { days, bad } = readCalendarCsv(csv, year)
  const [first] = bad
  return first ? fail('invalid', `第 ${first.row} 行${first.column}：${first.zh}`, 'csv') : { source: 'CSV 导入', days }
}

const factsOf = (source: string | null, days: readonly CalendarDay[]): Record<string, string> =>
  source === null
    ? { 来源: '没有导入' }
    : {
        来源: source,
        放假: days.flatMap(({ day, kind }) => (kind === 'rest' ? [day.slice(5)] : [])).join(' '),
        调休上班: days.flatMap(({ day, kind }) => (kind === 'work' ? [day.slice(5)] : [])).join(' '),
      }

export async function setWorkYear(
  deps: Deps,
  actor: Actor,
  { year, csv }: { year: number; csv: string | null },
  send: Send,
): Promise<WorkYearView> {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const { db, newId, now } = deps
  const { source, days } = daysOf(year, csv)
  const old = await findWorkYear(db, year)
  await recordWorkYear(
    db,
    send,
    { year, source, days },
    {
      ...{ id: newId(), kind: 'calendar_changed', subjectId: String(year), zh: `更新 ${year} 年工作日历` },
      ...{ before: factsOf(old.source, old.days), after: factsOf(source, days), by: actor.id, at: now() },
    },
  )
  dropCalendar(db)
  return readWorkYear(deps, year)
}
