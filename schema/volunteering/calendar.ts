import { pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { people } from '../people'

/** 日历订阅: one address a person; the token itself is never kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    tokenHash: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('calendar_feeds_token_hash_key').on(t.tokenHash)],
)
