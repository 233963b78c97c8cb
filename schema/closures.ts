import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { people } from './people'

const moment = () => timestamp({ withTimezone: true })

/** 注销账号: asked, then taken back or done when the days to think are over. One is open a person. */
export const accountClosures = pgTable(
  'account_closures',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    askedAt: moment().notNull(),
    dueAt: moment().notNull(),
    endedAt: moment(),
    doneAt: moment(),
  },
  (t) => [
    uniqueIndex('account_closures_open_key').on(t.personId).where(sql`${t.endedAt} is null and ${t.doneAt} is null`),
    index('account_closures_due_idx').on(t.dueAt).where(sql`${t.endedAt} is null and ${t.doneAt} is null`),
    check('account_closures_one_end', sql`${t.endedAt} is null or ${t.doneAt} is null`),
    check('account_closures_days_to_think', sql`${t.dueAt} >= ${t.askedAt} + interval '15 days'`),
  ],
)
