import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { CONSENT_KINDS } from '../shared/people/consents'
import { people } from './people'

const moment = () => timestamp({ withTimezone: true })

/** 同意书: the county's own versions; version 1 is the house's. A version that people agreed to never changes, held by a trigger. */
export const consentTexts = pgTable(
  'consent_texts',
  {
    kind: text({ enum: CONSENT_KINDS }).notNull(),
    version: integer().notNull(),
    words: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.version] }),
    check('consent_texts_after_the_first', sql`${t.version} > 1`),
    check('consent_texts_says_something', sql`char_length(${t.words}) > 0`),
  ],
)

/** 同意记录: given or withdrawn, to which version and when; append only, held by a trigger. The last one stands. */
export const consentEvents = pgTable(
  'consent_events',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: CONSENT_KINDS }).notNull(),
    version: integer().notNull(),
    isGiven: boolean().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('consent_events_person_idx').on(t.personId, t.kind, t.at, t.id)],
)

/** 绑定的手机号: one a person, sealed for them; gone with their consent. */
export const personPhones = pgTable('person_phones', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  alg: text().notNull(),
  keyId: text().notNull(),
  sealed: text().notNull(),
  at: moment().notNull(),
})
