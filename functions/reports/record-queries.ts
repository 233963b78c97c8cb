import { type SQL, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { caseEvents, casePhotos, cases } from '../../schema/cases/ledger'
import { caseNumbers } from '../../schema/cases/register'
import { reporterContacts, reporters, reports } from '../../schema/reports'
import type { NewCase, ReportDecision } from '../../shared/reports/decide'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { holdsConsent } from '../people/consents/consent-queries'
import { type Caller, callerRows } from './caller-queries'
import { type FromMail, mailEnds } from './mail-end-queries'

/** Names of the new rows, and the day whose count the number takes. */
export type NewRows = {
  readonly caseId: string
  readonly eventId: string
  readonly reportId: string
  readonly personId: string
  /** Who wrote it down for somebody else, and that somebody. */
  readonly entry?: { readonly by: string; readonly byZh: string; readonly caller: Caller }
  /** The mail it is made from. */
  readonly mail?: FromMail | null
  /** Sealed for the report. */
  readonly contact?: Sealed | null
  readonly day: string
  /** YC-261125- */
  readonly prefix: string
}

/** Number, case, journal, photos, report, reporter and the sender's key: all or nothing, in one statement. */
export async function recordReport(db: Db, send: Send, decision: ReportDecision, rows: NewRows) {
  const { case: c, telling } = decision
  const { caseId, personId, reportId } = rows
  const at = c.submittedAt
  const { counted, made } = numberedCase(db, c, rows)
  const followed = db
    .$with('followed')
    .as(
      db
        .insert(caseFollowers)
        .values({ caseId: sql`(select id from made)`, personId, relation: 'reporter', at })
        .returning({ caseId: caseFollowers.caseId }),
    )
  const report = {
    id: reportId,
    caseId: sql`(select id from made)`,
    isFirst: true,
    source: c.source,
    words: c.words,
    answers: decision.answered,
    at,
  }
  const told = toldBy(db, report, { personId, identity: telling.identity, contact: rows.contact })
  const [row] = await db
    .with(
      ...(rows.entry ? callerRows(db, rows.entry.caller, at) : []),
      ...[counted, made, journalled(db, decision, rows), ...told, followed],
      ...(telling.photos.length > 0 ? [pictured(db, telling.photos, rows)] : []),
      ...(rows.mail
        ? [mailEnds(db, { ...rows.mail, kind: 'filed', caseId: sql`(select id from made)`, reportId, at })]
        : []),
      sendFrom(db, send, caseId, at, made),
    )
    .select()
    .from(made)
  return row
}

/** The next number of the day, taken by the very statement that uses it: no gaps, no doubles. */
function numberedCase(db: Db, c: NewCase, { caseId, day, prefix, personId }: NewRows) {
  const counted = db.$with('counted').as(
    db
      .insert(caseNumbers)
      .values({ day, last: 1 })
      .onConflictDoUpdate({ target: caseNumbers.day, set: { last: sql`${caseNumbers.last} + 1` } })
      .returning({ last: caseNumbers.last }),
  )
  const number = sql<string>`${prefix}::text || lpad((select last from counted)::text, 4, '0')`
  const isOwnReport = c.source === 'wechat' || c.source === 'h5'
  const isWithheld = isOwnReport ? sql<boolean>`not (${holdsConsent(personId, 'publishing')})` : false
  const row = { ...NEW, ...c, id: caseId, number, isWithheld }
  const made = db.$with('made').as(db.insert(cases).values(row).returning({ id: cases.id, number: cases.number }))
  return { counted, made }
}

function journalled(db: Db, { case: c, kind, payload }: ReportDecision, { eventId, personId, entry }: NewRows) {
  const { by, byZh } = entry ?? { by: personId, byZh: '反映人' }
  const event = {
    ...{ id: eventId, caseId: sql`(select id from made)`, version: 0, kind },
    ...{ was: null, is: c.state, by, byZh, note: c.words, payload, at: c.submittedAt },
  }
  return db.$with('noted').as(db.insert(caseEvents).values(event).returning({ id: caseEvents.id }))
}

function pictured(db: Db, photos: readonly string[], { caseId, eventId }: NewRows) {
  const rows = photos.map((fileId, ordinal) => ({ fileId, caseId, eventId, kind: 'before' as const, ordinal }))
  return db.$with('shown').as(db.insert(casePhotos).values(rows).returning({ fileId: casePhotos.fileId }))
}

type NewReport = Omit<typeof reports.$inferInsert, 'caseId'> & { caseId: SQL }
type Sealed = Pick<typeof reporterContacts.$inferInsert, 'alg' | 'keyId' | 'sealed'>
export type Teller = {
  personId: string
  identity: (typeof reporters.$inferInsert)['identity']
  contact?: Sealed | null | undefined
}

/** What was told, and, apart from it, by whom. */
export function toldBy(db: Db, report: NewReport, { personId, identity, contact }: Teller) {
  const told = db.$with('told').as(db.insert(reports).values(report).returning({ id: reports.id }))
  const known = db
    .$with('known')
    .as(
      db
        .insert(reporters)
        .values({ reportId: sql`(select id from told)`, personId, identity, at: report.at })
        .returning({ reportId: reporters.reportId }),
    )
  if (!contact) return [told, known]
  const reportId = sql`(select id from told)`
  const sealed = db.$with('sealed').as(
    db
      .insert(reporterContacts)
      .values({ ...contact, reportId, at: report.at })
      .returning({ reportId: reporterContacts.reportId }),
  )
  return [told, known, sealed]
}

/** How every case begins. */
const NEW = {
  version: 0,
  target: '',
  externalNumber: '',
  returnedUnits: [],
  coOpen: [],
  coDone: [],
  extensions: 0,
  reworks: 0,
  reopens: 0,
  objections: 0,
  cycle: 1,
  followers: 1,
}
