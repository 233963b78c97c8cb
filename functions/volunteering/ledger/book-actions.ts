import { pageFrom, readCursor } from '../../../shared/kit/page'
import { shanghai } from '../../../shared/kit/time'
import { checkCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import type { HoursTotals } from '../../../shared/volunteering/ledger/book-contract'
import type { HoursExportKind } from '../../../shared/volunteering/ledger/codes'
import {
  type JournalRow,
  journalAccounts,
  journalEntry,
  journalHead,
} from '../../../shared/volunteering/ledger/journal'
import { recordsHead, recordsLines } from '../../../shared/volunteering/ledger/records-csv'
import { HOURS_CLASS_ZH } from '../../../shared/volunteering/ledger/words'
import type { Deps } from '../../http/deps'
import type { Download } from '../../http/download'
import { grant } from '../../http/refused'
import {
  countRows,
  listHoursExports,
  listJournal,
  listRecordFields,
  listTotals,
  recordHoursExport,
  verifyLedger,
} from './book-queries'

const PEOPLE_SHOWN = 100
const PAGE = 1_000

function countyOnly(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

export async function readTotalsOfAll(deps: Deps, actor: Actor): Promise<HoursTotals> {
  countyOnly(actor)
  const rows = await listTotals(deps.db)
  const of = (dim: (typeof rows)[number]['dim']) =>
    rows
      .filter((row) => row.dim === dim)
      .map(({ key, zh, measured, supplemented }) => ({
        ...{ key, measured, supplemented, minutes: measured + supplemented },
        zh: zh || ZH[key] || key,
      }))
  const people = of('person')
  return {
    at: deps.now().toISOString(),
    all: of('all')[0] ?? { key: '', zh: '', measured: 0, supplemented: 0, minutes: 0 },
    people: people.slice(0, PEOPLE_SHOWN),
    peopleCount: people.length,
    teams: of('team'),
    months: of('month'),
    classes: of('class'),
  }
}

const ZH: Readonly<Record<string, string>> = { ...HOURS_CLASS_ZH, '': '没有队伍（期初、转入）' }

export async function readVerification(deps: Deps, actor: Actor) {
  countyOnly(actor)
  return { at: deps.now().toISOString(), alg: 'sha256' as const, ...(await verifyLedger(deps.db)) }
}

/** The register is written before the first byte leaves. */
async function register(deps: Deps, actor: Actor, kind: HoursExportKind, reason: string) {
  countyOnly(actor)
  const rows = await countRows(deps.db, kind)
  await recordHoursExport(deps.db, { id: deps.newId(), by: actor.id, kind, reason, rows, at: deps.now() })
}

const fileOf = (deps: Deps, text: string, { name, mime }: { name: string; mime: string }): Download => ({
  body: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>,
  mime: `${mime}; charset=utf-8`,
  name: name.replace('.', `-${shanghai(deps.now()).day.replaceAll('-', '')}.`),
})

export async function exportJournal(deps: Deps, actor: Actor, reason: string): Promise<Download> {
  await register(deps, actor, 'journal', reason)
  const rows: JournalRow[] = []
  for (let after = 0; ; ) {
    const page = await listJournal(deps.db, after, PAGE)
    rows.push(...page)
    after = page.at(-1)?.seq ?? after
    if (page.length < PAGE) break
  }
  const text = journalHead([...journalAccounts(rows)]) + rows.map(journalEntry).join('')
  return fileOf(deps, text, { name: '时长账.journal', mime: 'text/plain' })
}

export async function exportRecords(deps: Deps, actor: Actor, reason: string): Promise<Download> {
  await register(deps, actor, 'records', reason)
  const parts = [recordsHead]
  for (let after = ''; ; ) {
    const page = await listRecordFields(deps.db, after, PAGE)
    parts.push(recordsLines(page))
    after = page.at(-1)?.id ?? after
    if (page.length < PAGE) break
  }
  return fileOf(deps, parts.join(''), { name: '服务记录.csv', mime: 'text/csv' })
}

export async function readHoursExports(
  deps: Deps,
  actor: Actor,
  { cursor, size }: { cursor?: string | undefined; size: number },
) {
  countyOnly(actor)
  const rows = await listHoursExports(deps.db, readCursor(cursor), size)
  const { items, next } = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next }
}
