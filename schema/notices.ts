import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { OUTBOX_STATES } from '../shared/notices/outbox'
import { MESSAGE_ABOUTS, MESSAGE_KINDS, type MessageFacts } from '../shared/notices/templates'
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

/** 订阅授权: how many messages of a kind a person still accepts; raised by the phone's dialogue, lowered by sending. */
export const acceptances = pgTable(
  'acceptances',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    left: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] }), check('acceptances_left', sql`${t.left} between 0 and 1000`)],
)

/** 待发的订阅消息: written by the statement that writes the notice, sent by a worker, never more than the inbox holds. */
export const outbox = pgTable(
  'outbox',
  {
    id: text().primaryKey(),
    noticeId: text()
      .notNull()
      .references(() => notices.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    facts: jsonb().$type<MessageFacts>().notNull(),
    /** The case it tells of and in which part: asked again when it is sent. */
    caseId: text(),
    ear: text(),
    /** The sign-up that a reminder is about: one that is gone is not reminded of. */
    signUpId: text(),
    /** What else it is about, looked at again before it goes. */
    about: text({ enum: MESSAGE_ABOUTS }),
    aboutId: text(),
    state: text({ enum: OUTBOX_STATES }).notNull(),
    tries: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    nextAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    lastError: text().notNull(),
  },
  (t) => [
    uniqueIndex('outbox_notice_key').on(t.noticeId),
    index('outbox_next_idx').on(t.nextAt),
    index('outbox_state_idx').on(t.state, t.at),
    index('outbox_person_idx').on(t.personId),
    check('outbox_about', sql`(${t.about} is null) = (${t.aboutId} is null)`),
  ],
)
