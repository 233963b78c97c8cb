import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from '../people'
import { volunteers } from './activities'
import { qualificationKinds } from './qualification-kinds'

const moment = () => timestamp({ withTimezone: true })

/** 志愿者的培训和证书: recorded by another person, ended once, never changed (by trigger). */
export const qualifications = pgTable(
  'qualifications',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => volunteers.personId),
    kindId: text()
      .notNull()
      .references(() => qualificationKinds.id),
    /** The last day it counts, in Shanghai. */
    untilOn: date({ mode: 'string' }).notNull(),
    /** What was shown: number, who issued it. */
    note: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
    endedAt: moment(),
    endedBy: text().references(() => people.id),
    endNote: text().notNull().default(''),
  },
  (t) => [
    index('qualifications_person_idx').on(t.personId, t.kindId),
    check('qualifications_not_own', sql`${t.by} <> ${t.personId} and ${t.endedBy} is distinct from ${t.personId}`),
    check(
      'qualifications_ended_whole',
      sql`(${t.endedAt} is null) = (${t.endedBy} is null) and (${t.endedAt} is null) = (${t.endNote} = '')`,
    ),
  ],
)
