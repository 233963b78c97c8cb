import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** 限次: one row a counted thing, the minute and how often in it; what is of another minute counts for nothing. */
export const rateWindows = pgTable(
  'rate_windows',
  {
    key: text().primaryKey(),
    minute: bigint({ mode: 'number' }).notNull(),
    hits: integer().notNull(),
  },
  (t) => [index('rate_windows_minute_idx').on(t.minute)],
)
