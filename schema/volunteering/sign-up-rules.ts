import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** 报名规则 of the county: one row, its defaults the rule until the county keeps another. */
export const signUpRules = pgTable(
  'sign_up_rules',
  {
    id: text({ enum: ['county'] }).primaryKey(),
    /** 候补名额保留多久 */
    offerMinutes: integer().notNull().default(720),
    /** 开始前多久不再保留 */
    offerLeadMinutes: integer().notNull().default(60),
  },
  (t) => [
    check(
      'sign_up_rules_offers',
      sql`${t.offerMinutes} between 1 and 10080 and ${t.offerLeadMinutes} between 0 and 10080`,
    ),
  ],
)
