import { type SQL, sql } from 'drizzle-orm'
import { mailOutcomes } from '../../schema/mails'
import type { MailOutcome } from '../../shared/reports/mail'
import type { Db } from '../db/types'

/** The mail a report is made from, and who made it; null where the house put it to its case by itself. */
export type FromMail = { readonly mailId: string; readonly by: string | null }

type End = FromMail & { readonly kind: MailOutcome; readonly caseId: SQL; readonly reportId: string; readonly at: Date }

/** The end of a waiting mail, for the statement that makes it a report: two operators at once, and the second is undone as a whole. */
export const mailEnds = (db: Db, { mailId, by, kind, caseId, reportId, at }: End) =>
  db.$with('mail_ended').as(
    db
      .insert(mailOutcomes)
      .values({ mailId, kind, caseId, reportId: sql`${reportId}::text`, reason: '', by, at })
      .returning({ mailId: mailOutcomes.mailId }),
  )
