import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { people } from './people'

/** 站内消息: `cause` names the journal row it tells of, so telling twice is impossible. */
export const notices = pgTable(
  'notices',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    cause: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    link: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('notices_person_cause_key').on(t.personId, t.cause),
    index('notices_person_at_idx').on(t.personId, t.at),
    index('notices_cause_idx').on(t.cause),
  ],
)

/** How far a job has read the journals; only a hint for speed, the keys of the rows make a second reading harmless. */
export const jobMarks = pgTable('job_marks', {
  name: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
})
