import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { type Left, MAIL_OUTCOMES } from '../shared/reports/mail'
import { cases } from './cases/ledger'
import { files } from './files'
import { people } from './people'
import { reports } from './reports'

/** 来信: a mail as it arrived, its sender sealed; append only, held by a trigger. A Message-ID is taken once. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    messageId: text().notNull(),
    /** Message-IDs of the letters it answers, the oldest first. */
    refs: jsonb().$type<readonly string[]>().notNull(),
    /** Who wrote it, as one of the 来电来信人. */
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Who of the office brought it; null for the gateway. */
    by: text().references(() => people.id),
    subject: text().notNull(),
    words: text().notNull(),
    left: jsonb().$type<readonly Left[]>().notNull(),
    alg: text().notNull(),
    keyId: text().notNull(),
    sealed: text().notNull(),
    sentAt: timestamp({ withTimezone: true }),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('mails_message_id_key').on(t.messageId), index('mails_at_idx').on(t.at)],
)

/** Its pictures, cleaned like any other. */
export const mailPhotos = pgTable(
  'mail_photos',
  {
    fileId: text()
      .primaryKey()
      .references(() => files.id),
    mailId: text()
      .notNull()
      .references(() => mails.id),
    ordinal: smallint().notNull(),
  },
  (t) => [index('mail_photos_mail_idx').on(t.mailId)],
)

/** How a mail ended, once: its key holds two operators apart; append only, held by a trigger. */
export const mailOutcomes = pgTable(
  'mail_outcomes',
  {
    mailId: text()
      .primaryKey()
      .references(() => mails.id),
    kind: text({ enum: MAIL_OUTCOMES }).notNull(),
    caseId: text().references(() => cases.id),
    reportId: text().references(() => reports.id),
    reason: text().notNull(),
    by: text().references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('mail_outcomes_case_idx').on(t.caseId),
    check('mail_outcomes_kind_known', sql`${t.kind} in ('filed', 'joined', 'threaded', 'set_aside')`),
    check(
      'mail_outcomes_leads_somewhere',
      sql`case when ${t.kind} = 'set_aside' then char_length(${t.reason}) >= 2 and ${t.caseId} is null
        else ${t.caseId} is not null and ${t.reportId} is not null end`,
    ),
  ],
)
