import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { CASE_SOURCES } from '../shared/cases/states'
import { IDENTITIES } from '../shared/reports/contract'
import { cases } from './cases/ledger'
import { people } from './people'

/** 反映: one telling of a problem; a case has one first report and any number that joined in. */
export const reports = pgTable(
  'reports',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    isFirst: boolean().notNull(),
    source: text({ enum: CASE_SOURCES }).notNull(),
    words: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('reports_case_idx').on(t.caseId),
    uniqueIndex('reports_first_of_case_key').on(t.caseId).where(sql`${t.isFirst}`),
  ],
)

/** 反映人: who told it, kept apart; read only for the office, never for a unit. */
export const reporters = pgTable(
  'reporters',
  {
    reportId: text()
      .primaryKey()
      .references(() => reports.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    identity: text({ enum: IDENTITIES }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('reporters_person_at_idx').on(t.personId, t.at)],
)
