import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from './people'

/** 账号风险: what WeChat said of a person when they reported or signed up; null until it answers, and for ever where it does not. */
export const riskChecks = pgTable(
  'risk_checks',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Of the send it is about. */
    key: text().notNull(),
    /** The case or the sign-up. */
    subjectId: text().notNull(),
    rank: smallint(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.key] }),
    index('risk_checks_subject_idx').on(t.subjectId),
    check('risk_checks_rank', sql`${t.rank} between 0 and 4`),
  ],
)
