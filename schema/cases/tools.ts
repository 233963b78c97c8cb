import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { CaseFilter } from '../../shared/cases/filter'
import { CASE_MOVES } from '../../shared/cases/transitions'
import { people } from '../people'
import { categories } from './register'

const at = () => timestamp({ withTimezone: true })

/** 常用筛选: a way to look at the ledger that somebody keeps, for themselves or for all staff. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    isShared: boolean().notNull(),
    query: jsonb().$type<CaseFilter>().notNull(),
    at: at().notNull(),
    endedAt: at(),
  },
  (t) => [
    index('saved_filters_live_idx').on(t.personId).where(sql`${t.endedAt} is null`),
    check('saved_filters_name', sql`char_length(${t.name}) between 1 and 12`),
  ],
)

/** 回复模板: words for the note of a move. One is never rewritten: it ends, and another takes its place. */
export const replyTemplates = pgTable(
  'reply_templates',
  {
    id: text().primaryKey(),
    move: text({ enum: CASE_MOVES }).notNull(),
    categoryCode: text().references(() => categories.code),
    name: text().notNull(),
    text: text().notNull(),
    at: at().notNull(),
    endedAt: at(),
  },
  (t) => [
    index('reply_templates_live_idx').on(t.move).where(sql`${t.endedAt} is null`),
    check(
      'reply_templates_words',
      sql`char_length(${t.name}) between 1 and 20 and char_length(${t.text}) between 1 and 300`,
    ),
  ],
)

/** 批量办理登记: who decided so many cases at once, and which; written before the first of them moves, append only. */
export const caseBulks = pgTable(
  'case_bulks',
  {
    id: text().primaryKey(),
    by: text()
      .notNull()
      .references(() => people.id),
    move: text({ enum: CASE_MOVES }).notNull(),
    caseIds: jsonb().$type<readonly string[]>().notNull(),
    size: integer().notNull(),
    at: at().notNull(),
  },
  (t) => [check('case_bulks_size', sql`${t.size} between 1 and 200`)],
)
