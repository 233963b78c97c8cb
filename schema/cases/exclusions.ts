import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { RATES } from '../../shared/cases/rates'
import { people } from '../people'
import { cases } from './ledger'

/** 剔除: a case that a rate does not count, asked by one person and agreed by another. */
export const rateExclusions = pgTable(
  'rate_exclusions',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    cycle: smallint().notNull(),
    rate: text({ enum: RATES }).notNull(),
    reason: text().notNull(),
    askedBy: text()
      .notNull()
      .references(() => people.id),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    decidedBy: text().references(() => people.id),
    decidedAt: timestamp({ withTimezone: true }),
    agreed: boolean(),
  },
  (t) => [
    uniqueIndex('rate_exclusions_one_key').on(t.caseId, t.cycle, t.rate).where(sql`${t.agreed} is distinct from false`),
    check('rate_exclusions_reason', sql`${t.reason} <> ''`),
    check('rate_exclusions_two_people', sql`${t.decidedBy} is distinct from ${t.askedBy}`),
    check(
      'rate_exclusions_decided_whole',
      sql`(${t.decidedBy} is null) = (${t.decidedAt} is null) and (${t.decidedBy} is null) = (${t.agreed} is null)`,
    ),
  ],
)
