import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from '../people'
import { cases } from './ledger'

const at = () => timestamp({ withTimezone: true })

/** 关注: who reported the case or joined in; lives apart from the case so that no reply about the case can carry it. */
export const caseFollowers = pgTable(
  'case_followers',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    relation: text({ enum: ['reporter', 'follower'] }).notNull(),
    /** The merged case this person came with; undoing the merge takes them out again. */
    viaCaseId: text().references(() => cases.id),
    at: at().notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_followers_pkey', columns: [t.caseId, t.personId] }),
    index('case_followers_person_idx').on(t.personId, t.at),
  ],
)

/** 综合评价: one a person and cycle; silence is no row, never praise. */
export const caseRatings = pgTable(
  'case_ratings',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id),
    cycle: smallint().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    score: smallint().notNull(),
    tags: jsonb().$type<readonly string[]>().notNull(),
    words: text().notNull(),
    at: at().notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_ratings_pkey', columns: [t.caseId, t.cycle, t.personId] }),
    check('case_ratings_score', sql`${t.score} between 1 and 5`),
  ],
)
