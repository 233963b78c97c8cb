import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { WorkYearCheck, WorkYearView } from '../../shared/cases/calendar-contract'
import { type CalendarDay, calendarCells, DAY_KIND_ZH, readCalendarTable } from '../../shared/cases/calendar-table'
import { bounded } from '../../shared/kit/table'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { bookOf } from '../files/books'
import { readSheet } from '../files/sheets'
import type { Deps, Send } from '../http/deps'
import type { Download } from '../http/download'
import { fail, grant } from '../http/refused'
import { dropCalendar } from './calendar'
import { PUBLISHED_SOURCE, publishedDays } from './published-days'
import { findWorkYear, recordWorkYear } from './work-year-queries'

export async function readWorkYear({ db }: Deps, year: number): Promise<WorkYearView> {
  return { year, ...(await findWorkYear(db, year)), isPublished: publishedDays(year).length > 0 }
}

const factsOf = (source: string | null, days: readonly CalendarDay[]): Record<string, string> =>
  source === null
    ? { 来源: '没有导入' }
    : {
        来源: source,
        放假: days.flatMap(({ day, kind }) => (kind === 'rest' ? [day.slice(5)] : [])).join(' '),
        调休上班: days.flatMap(({ day, kind }) => (kind === 'work' ? [day.slice(5)] : [])).join(' '),
      }

function admitted(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

const hash = (bytes: Uint8Array) => bytesToHex(sha256(bytes))

async function look({ db }: Deps, year: number, bytes: Uint8Array) {
  const read = readCalendarTable(await readSheet(bytes), year)
  const stamp = hash(utf8ToBytes(JSON.stringify([hash(bytes), year, await findWorkYear(db, year)])))
  return { ...read, stamp }
}

/** Reads and says; nothing is written. */
export async function checkWorkYear(deps: Deps, actor: Actor, year: number, bytes: Uint8Array): Promise<WorkYearCheck> {
  admitted(actor)
  const { days, bad, stamp } = await look(deps, year, bytes)
  return { days, bad: [...bounded(bad)], stamp: bad.length === 0 ? stamp : null }
}

type Source = { readonly source: string; readonly days: readonly CalendarDay[] }

async function setWorkYear(deps: Deps, actor: Actor, year: number, { source, days }: Source, send: Send) {
  const { db, newId, now } = deps
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

/** Only what was tried: another file, or another calendar, has another stamp. */
export async function importWorkYear(
  deps: Deps,
  actor: Actor,
  { year, bytes, stamp }: { year: number; bytes: Uint8Array; stamp: string },
  send: Send,
): Promise<WorkYearView> {
  admitted(actor)
  const seen = await look(deps, year, bytes)
  if (seen.bad.length > 0) fail('invalid', `还有 ${seen.bad.length} 处要改，什么都没有写入`, 'file')
  if (seen.stamp !== stamp) fail('conflict', '检查之后文件或日历变了，什么都没有写入，请重新检查', 'stamp')
  return setWorkYear(deps, actor, year, { source: '表格导入', days: seen.days }, send)
}

export async function fillWorkYear(deps: Deps, actor: Actor, year: number, send: Send): Promise<WorkYearView> {
  admitted(actor)
  const days = publishedDays(year)
  if (days.length === 0) fail('not_ready', `${year} 年的放假安排还没有公布，请用表格导入`)
  return setWorkYear(deps, actor, year, { source: PUBLISHED_SOURCE, days }, send)
}

/** The year as it stands, to change and hand back. */
export async function workYearTable({ db }: Deps, actor: Actor, year: number): Promise<Download> {
  admitted(actor)
  const { days } = await findWorkYear(db, year)
  return bookOf({
    ...{ sheet: `${year} 年`, name: `工作日历-${year}.xlsx`, cells: Object.values(calendarCells(year)) },
    rows: days.map(({ day, kind, note }) => ({ 日期: day, 类型: DAY_KIND_ZH[kind], 说明: note })),
  })
}
