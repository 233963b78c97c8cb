import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { grids } from '../grids'
import { people } from '../people'
import { categories } from './register'

/** 公告: what everybody, a grid or a class is told for some days. One is never rewritten: it ends, and another is written. */
export const announcements = pgTable(
  'announcements',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    text: text().notNull(),
    isUrgent: boolean().notNull(),
    gridId: text().references(() => grids.id),
    categoryCode: text().references(() => categories.code),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('announcements_live_idx').on(t.endsOn).where(sql`${t.endedAt} is null`),
    check('announcements_days', sql`${t.endsOn} between ${t.startsOn} and ${t.startsOn} + 92`),
    check(
      'announcements_words',
      sql`char_length(${t.title}) between 1 and 30 and char_length(${t.text}) between 1 and 300`,
    ),
  ],
)
