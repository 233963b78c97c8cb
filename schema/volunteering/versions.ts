import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { RECONSENT_ANSWERS } from '../../shared/volunteering/reconsents'
import type { ActivitySnapshot } from '../../shared/volunteering/versions'
import { VERSION_CAUSES } from '../../shared/volunteering/versions'
import { people } from '../people'
import { activities } from './activities'
import { signUps } from './hours'

const moment = () => timestamp({ withTimezone: true })

/** 活动版本, append only by trigger: the activity whole, as it was submitted, published or edited. */
export const activityVersions = pgTable(
  'activity_versions',
  {
    activityId: text()
      .notNull()
      .references(() => activities.id),
    version: integer().notNull(),
    cause: text({ enum: VERSION_CAUSES }).notNull(),
    snapshot: jsonb().$type<ActivitySnapshot>().notNull(),
    /** SHA-256 of the risk text: what a sign-up agreed to. */
    riskHash: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ name: 'activity_versions_pkey', columns: [t.activityId, t.version] })],
)

/** 改期确认: asked of whoever held a seat when the time of the shift changed; the newest of a sign-up counts. */
export const reconsents = pgTable(
  'reconsents',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    wasStartsAt: moment().notNull(),
    wasEndsAt: moment().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    askedAt: moment().notNull(),
    answerBy: moment().notNull(),
    answer: text({ enum: RECONSENT_ANSWERS }),
    answeredAt: moment(),
  },
  (t) => [
    index('reconsents_sign_up_idx').on(t.signUpId, t.askedAt),
    check('reconsents_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
)
