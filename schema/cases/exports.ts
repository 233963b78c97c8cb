import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { JOURNAL_FORMATS } from '../../shared/cases/export-contract'
import { people } from '../people'

/** 导出登记: who took which part of the ledger out of the house and what for; append only, held by a trigger. */
export const caseExports = pgTable(
  'case_exports',
  {
    id: text().primaryKey(),
    by: text()
      .notNull()
      .references(() => people.id),
    format: text({ enum: JOURNAL_FORMATS }).notNull(),
    reason: text().notNull(),
    filters: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    rows: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [check('case_exports_has_reason', sql`char_length(${t.reason}) >= 2`)],
)
