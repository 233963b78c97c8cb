import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { PAYEE_WAYS } from '../shared/reports/rewards/moves'
import { people } from './people'

/** What was given so far, by person and day or month, and by budget and period: the caps are CHECKs, so no race passes them. */
export const rewardCounters = pgTable(
  'reward_counters',
  {
    kind: text({ enum: ['budget', 'day', 'month', 'points'] }).notNull(),
    owner: text().notNull(),
    period: text().notNull(),
    used: integer().notNull(),
    cap: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'reward_counters_pkey', columns: [t.kind, t.owner, t.period] }),
    check('reward_counters_not_negative', sql`${t.used} >= 0`),
    check('reward_counters_budget', sql`${t.kind} <> 'budget' or ${t.used} <= ${t.cap}`),
    check('reward_counters_day', sql`${t.kind} <> 'day' or ${t.used} <= ${t.cap}`),
    check('reward_counters_month', sql`${t.kind} <> 'month' or ${t.used} <= ${t.cap}`),
    check('reward_counters_points', sql`${t.kind} <> 'points' or ${t.used} <= ${t.cap}`),
  ],
)

/** 收款人: how a person takes money, or that they want none. */
export const rewardPayees = pgTable(
  'reward_payees',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    way: text({ enum: PAYEE_WAYS }).notNull(),
    name: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [check('reward_payees_named', sql`${t.way} = 'points' or char_length(${t.name}) >= 2`)],
)
