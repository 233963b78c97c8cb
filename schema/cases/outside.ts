import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { OUTSIDE_OUTCOMES } from '../../shared/cases/outside-contract'
import { people } from '../people'
import { cases } from './ledger'

const moment = () => timestamp({ withTimezone: true })

/** 外部办理链接: the token itself is never kept. */
export const outsideLinks = pgTable(
  'outside_links',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    tokenHash: text().notNull(),
    name: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('outside_links_token_hash_key').on(t.tokenHash),
    index('outside_links_case_idx').on(t.caseId),
    check('outside_links_span', sql`${t.at} < ${t.expiresAt}`),
  ],
)

/** 外部答复, append only by trigger. */
export const outsideAnswers = pgTable(
  'outside_answers',
  {
    id: text().primaryKey(),
    linkId: text()
      .notNull()
      .references(() => outsideLinks.id),
    /** Minted by the sender: the same one never counts twice. */
    key: text().notNull(),
    outcome: text({ enum: OUTSIDE_OUTCOMES }).notNull(),
    byZh: text().notNull(),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('outside_answers_key').on(t.linkId, t.key)],
)
