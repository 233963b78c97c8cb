import { and, eq, gte, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
import { contactReads, reporterContacts, reporters, reports } from '../../schema/reports'
import { CONTACT_READS_AN_HOUR } from '../../shared/reports/contact'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

/** Whose reviewers may open it. */
export async function findContactGrid(db: Db, reportId: string) {
  const [row] = await db
    .select({ gridId: cases.gridId })
    .from(reporterContacts)
    .innerJoin(reports, eq(reports.id, reporterContacts.reportId))
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reporterContacts.reportId, reportId))
  return row
}

type Read = Required<typeof contactReads.$inferInsert>

/** The journal row and the sealed contact in one statement: nothing is read that is not written down. Undefined means too many lately. */
export async function recordContactRead(db: Db, send: Send, read: Read, since: Date) {
  const lately = sql`(select count(*) from ${contactReads} r where r.by = ${read.by} and r.at >= ${since.toISOString()}::timestamptz)`
  const noted = db.$with('noted').as(
    db
      .insert(contactReads)
      .select(
        db
          .select(intoAll(contactReads, read))
          .from(sql`(values (1)) as one(n)`)
          .where(sql`${lately} < ${CONTACT_READS_AN_HOUR}`),
      )
      .returning({ reportId: contactReads.reportId, id: contactReads.id }),
  )
  const [row] = await db
    .with(noted, sendFrom(db, send, read.id, read.at, noted))
    .select({ alg: reporterContacts.alg, keyId: reporterContacts.keyId, sealed: reporterContacts.sealed })
    .from(noted)
    .innerJoin(reporterContacts, eq(reporterContacts.reportId, noted.reportId))
  return row
}

/** The answer of a read that is on record already, for a reply that was lost on the way. */
export async function findContactRead(db: Db, id: string, by: string, since: Date) {
  const [row] = await db
    .select({
      reportId: contactReads.reportId,
      alg: reporterContacts.alg,
      keyId: reporterContacts.keyId,
      sealed: reporterContacts.sealed,
    })
    .from(contactReads)
    .innerJoin(reporterContacts, eq(reporterContacts.reportId, contactReads.reportId))
    .where(and(eq(contactReads.id, id), eq(contactReads.by, by), gte(contactReads.at, since)))
  return row
}

type Hiding = { readonly caseId: string; readonly personId: string; readonly hidden: boolean; readonly at: Date }

/** The telling and, where it is the first one, the case that carries its words. Undefined means it is not theirs. */
export async function recordHiding(db: Db, send: Send, { caseId, personId, hidden, at }: Hiding) {
  const mine = sql`${reports.id} in (select p.report_id from ${reporters} p where p.person_id = ${personId})`
  const turned = db.$with('turned').as(
    db
      .update(reports)
      .set({ hiddenAt: hidden ? at : null })
      .where(and(eq(reports.caseId, caseId), mine))
      .returning({ id: reports.id, caseId: reports.caseId, isFirst: reports.isFirst }),
  )
  const veiled = db
    .$with('veiled')
    .as(
      db
        .update(cases)
        .set({ wordsHidden: hidden })
        .where(eq(cases.id, sql`(select case_id from turned where is_first)`))
        .returning({ id: cases.id }),
    )
  const one = db.$with('one_turned').as(db.select({ id: turned.id }).from(turned).limit(1))
  const [row] = await db
    .with(turned, veiled, one, sendFrom(db, send, caseId, at, one))
    .select()
    .from(turned)
  return row
}
