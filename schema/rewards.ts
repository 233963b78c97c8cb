import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { REWARD_RANKS, UNPAID_REASONS } from '../shared/reports/rewards/earn'
import {
  FREEZE_CAUSES,
  PAYEE_WAYS,
  REWARD_ACCOUNTS,
  REWARD_EVENT_KINDS,
  REWARD_STATES,
  REWARD_UNITS,
} from '../shared/reports/rewards/moves'
import { BUDGET_PERIODS } from '../shared/reports/rewards/rules'
import { cases } from './cases/ledger'
import { people } from './people'

const moment = () => timestamp({ withTimezone: true })
const personId = () =>
  text()
    .notNull()
    .references(() => people.id)

/** 奖励办法, version by version; append only, held by a trigger: it is its own journal. */
export const rewardRules = pgTable(
  'reward_rules',
  {
    id: text().primaryKey(),
    lineId: text().notNull(),
    zh: text().notNull(),
    classes: jsonb().$type<readonly string[]>().notNull(),
    firstFen: integer().notNull(),
    firstPoints: integer().notNull(),
    followerFen: integer().notNull(),
    followerPoints: integer().notNull(),
    dayMaxFen: integer().notNull(),
    monthMaxFen: integer().notNull(),
    dayMaxPoints: integer().notNull(),
    budgetFen: integer().notNull(),
    budgetPeriod: text({ enum: BUDGET_PERIODS }).notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    by: personId(),
    note: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    uniqueIndex('reward_rules_line_day_key').on(t.lineId, t.startsOn),
    check(
      'reward_rules_amounts',
      sql`least(${t.followerFen}, ${t.followerPoints}, ${t.dayMaxFen}) >= 0
      and ${t.followerFen} <= ${t.firstFen} and ${t.followerPoints} <= ${t.firstPoints}`,
    ),
    check('reward_rules_span', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
  ],
)

/** 发放清单: written once, by the one who pays. */
export const rewardPayouts = pgTable('reward_payouts', {
  id: text().primaryKey(),
  rows: integer().notNull(),
  fen: integer().notNull(),
  note: text().notNull(),
  by: personId(),
  at: moment().notNull(),
})

/** Who took the file, and when; append only. */
export const rewardPayoutTakes = pgTable('reward_payout_takes', {
  id: text().primaryKey(),
  payoutId: text()
    .notNull()
    .references(() => rewardPayouts.id),
  by: personId(),
  at: moment().notNull(),
})

/** 奖励: one row a person and case, also where nothing was earned, with the reason. */
export const rewards = pgTable(
  'rewards',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    personId: personId(),
    rank: text({ enum: REWARD_RANKS }).notNull(),
    state: text({ enum: REWARD_STATES }).notNull(),
    reason: text({ enum: UNPAID_REASONS }),
    ruleId: text().references(() => rewardRules.id),
    fen: integer().notNull(),
    points: integer().notNull(),
    /** The Shanghai day the person came forward, and the period of the budget it drew on. */
    day: date({ mode: 'string' }).notNull(),
    period: text().notNull(),
    frozenFor: text({ enum: FREEZE_CAUSES }),
    approvedBy: text().references(() => people.id),
    paidBy: text().references(() => people.id),
    payoutId: text().references(() => rewardPayouts.id),
    payeeName: text(),
    payeeWay: text({ enum: PAYEE_WAYS }),
    version: integer().notNull().default(0),
    at: moment().notNull(),
  },
  (t) => [
    uniqueIndex('rewards_case_person_key').on(t.caseId, t.personId),
    uniqueIndex('rewards_first_of_case_key').on(t.caseId).where(sql`${t.rank} = 'first'`),
    index('rewards_state_at_idx').on(t.state, t.at, t.id),
    index('rewards_person_at_idx').on(t.personId, t.at),
    index('rewards_payout_idx').on(t.payoutId),
    check('rewards_amounts', sql`${t.fen} >= 0 and ${t.points} >= 0`),
    check(
      'rewards_refused_has_reason',
      sql`(${t.state} = 'refused') = (${t.reason} is not null)
      and (${t.state} = 'refused') = (${t.fen} + ${t.points} = 0) and (${t.reason} is null) = (${t.ruleId} is not null)`,
    ),
    check('rewards_two_people', sql`${t.paidBy} is null or ${t.paidBy} <> ${t.approvedBy}`),
    check(
      'rewards_not_own',
      sql`${t.personId} is distinct from ${t.approvedBy} and ${t.personId} is distinct from ${t.paidBy}`,
    ),
    check('rewards_approved_has_approver', sql`${t.state} not in ('approved', 'paid') or ${t.approvedBy} is not null`),
    check(
      'rewards_paid_has_payout',
      sql`${t.state} <> 'paid' or ${t.fen} = 0
      or (${t.paidBy} is not null and ${t.payoutId} is not null and ${t.payeeName} is not null)`,
    ),
    check('rewards_frozen_has_cause', sql`(${t.state} = 'frozen') = (${t.frozenFor} is not null)`),
  ],
)

/** 奖励办理过程: one row a version; append only. */
export const rewardEvents = pgTable(
  'reward_events',
  {
    rewardId: text()
      .notNull()
      .references(() => rewards.id),
    version: integer().notNull(),
    kind: text({ enum: REWARD_EVENT_KINDS }).notNull(),
    was: text({ enum: REWARD_STATES }),
    is: text({ enum: REWARD_STATES }).notNull(),
    by: text().notNull(),
    note: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ name: 'reward_events_pkey', columns: [t.rewardId, t.version] })],
)

/**
 * 奖励账: each row is a whole posting, out of one account and into another, so that all accounts together are zero by its shape.
 * Its cause is one event of one reward; append only.
 */
export const rewardLedger = pgTable(
  'reward_ledger',
  {
    rewardId: text()
      .notNull()
      .references(() => rewards.id),
    version: integer().notNull(),
    unit: text({ enum: REWARD_UNITS }).notNull(),
    fromAccount: text({ enum: REWARD_ACCOUNTS }).notNull(),
    toAccount: text({ enum: REWARD_ACCOUNTS }).notNull(),
    /** Whose payable, frozen and paid accounts, and which line's budget. */
    personId: personId(),
    lineId: text().notNull(),
    amount: integer().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: 'reward_ledger_pkey', columns: [t.rewardId, t.version, t.unit] }),
    index('reward_ledger_person_idx').on(t.personId),
    check('reward_ledger_moves', sql`${t.amount} > 0 and ${t.fromAccount} <> ${t.toAccount}`),
  ],
)

/** 异议: what a person says against how a case was rewarded, once; append only. */
export const rewardObjections = pgTable('reward_objections', {
  /** The reward of the one who objects. */
  rewardId: text()
    .primaryKey()
    .references(() => rewards.id),
  words: text().notNull(),
  at: moment().notNull(),
})
