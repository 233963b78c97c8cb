import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { RISK_CLASSES } from '../../shared/volunteering/guardians'
import { people } from '../people'
import { posts } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 报名规则 of the county: one row, its defaults the rule until the county keeps another. */
export const signUpRules = pgTable(
  'sign_up_rules',
  {
    id: text({ enum: ['county'] }).primaryKey(),
    /** 候补名额保留多久 */
    offerMinutes: integer().notNull().default(720),
    /** 开始前多久不再保留 */
    offerLeadMinutes: integer().notNull().default(60),
    /** 未到申诉期限 */
    appealDays: integer().notNull().default(7),
    /** 每日上限 */
    adultDayMinutes: integer().notNull().default(600),
    minorDayMinutes: integer().notNull().default(240),
    /** Of all the numbers set on one page, 点单时限 included. */
    version: integer().notNull().default(0),
  },
  (t) => [
    check(
      'sign_up_rules_days',
      sql`${t.appealDays} between 1 and 60 and ${t.adultDayMinutes} between 30 and 1440
        and ${t.minorDayMinutes} between 30 and 1440`,
    ),
    check(
      'sign_up_rules_offers',
      sql`${t.offerMinutes} between 1 and 10080 and ${t.offerLeadMinutes} between 0 and 10080`,
    ),
  ],
)

/** 名额变更, append only by trigger: who opened more seats, and why. */
export const postChanges = pgTable(
  'post_changes',
  {
    id: text().primaryKey(),
    postId: text()
      .notNull()
      .references(() => posts.id),
    was: integer().notNull(),
    is: integer().notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    index('post_changes_post_idx').on(t.postId),
    check('post_changes_only_more', sql`${t.is} > ${t.was} and ${t.note} <> ''`),
  ],
)

/** 监护人同意: the guardian's name and phone lie sealed, the words agreed to by version and SHA-256. Revoked, never deleted. */
export const guardianConsents = pgTable(
  'guardian_consents',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    riskClass: text({ enum: RISK_CLASSES }).notNull(),
    alg: text().notNull(),
    keyId: text().notNull(),
    sealed: text().notNull(),
    textVersion: text().notNull(),
    textHash: text().notNull(),
    at: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [uniqueIndex('guardian_consents_live_key').on(t.personId, t.riskClass).where(sql`${t.revokedAt} is null`)],
)
