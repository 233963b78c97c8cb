import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { EXCHANGE_STATES, POINT_ACCOUNTS, POINT_POSTING_KINDS } from '../../shared/volunteering/points/moves'
import { people } from '../people'
import { hoursLedger } from './hours'

const moment = () => timestamp({ withTimezone: true })
const personId = () =>
  text()
    .notNull()
    .references(() => people.id)

/** 积分办法, version by version: one that has begun is never changed, by trigger. */
export const volunteerPointRules = pgTable(
  'volunteer_point_rules',
  {
    startsOn: date({ mode: 'string' }).primaryKey(),
    pointsPerHour: integer().notNull(),
    keptYears: integer().notNull(),
    /** Null: there from the beginning. */
    setAt: moment(),
  },
  (t) => [
    check('volunteer_point_rules_range', sql`${t.pointsPerHour} between 0 and 100 and ${t.keptYears} between 0 and 10`),
    check('volunteer_point_rules_ahead', sql`${t.startsOn} > (${t.setAt} at time zone 'Asia/Shanghai')::date`),
  ],
)

/** 积分余额: moved only by the statement that posts. What could not be taken back is owed in `debt`. */
export const volunteerPointBalances = pgTable(
  'volunteer_point_balances',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    available: integer().notNull().default(0),
    reserved: integer().notNull().default(0),
    debt: integer().notNull().default(0),
    version: integer().notNull().default(0),
  },
  (t) => [
    check('volunteer_point_balances_available', sql`${t.available} >= 0`),
    check('volunteer_point_balances_reserved', sql`${t.reserved} >= 0`),
    check('volunteer_point_balances_debt', sql`${t.debt} >= 0`),
  ],
)

/** Which rows of the hours ledger were looked at, each once, and what they came to; append only by trigger. */
export const volunteerPointMarks = pgTable('volunteer_point_marks', {
  ledgerId: text()
    .primaryKey()
    .references(() => hoursLedger.id),
  personId: personId(),
  points: integer().notNull(),
  at: moment().notNull(),
})

/** 兑换物品. Its points never change: another price is another item. */
export const pointItems = pgTable(
  'point_items',
  {
    id: text().primaryKey(),
    zh: text().notNull(),
    points: integer().notNull(),
    stock: integer().notNull(),
    placeZh: text().notNull(),
    /** When the point hands out, in words. */
    windowZh: text().notNull(),
    keepDays: integer().notNull(),
    endsOn: date({ mode: 'string' }),
    isOn: boolean().notNull(),
    at: moment().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [
    check('point_items_stock', sql`${t.stock} >= 0`),
    check('point_items_amounts', sql`${t.points} > 0 and ${t.keepDays} between 1 and 90`),
  ],
)

/** 兑换单. The code itself is nowhere: only its keyed hash. */
export const pointExchanges = pgTable(
  'point_exchanges',
  {
    id: text().primaryKey(),
    personId: personId(),
    itemId: text()
      .notNull()
      .references(() => pointItems.id),
    points: integer().notNull(),
    state: text({ enum: EXCHANGE_STATES }).notNull(),
    codeHash: text().notNull(),
    at: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    redeemedBy: text().references(() => people.id),
  },
  (t) => [
    uniqueIndex('point_exchanges_code_key').on(t.codeHash),
    index('point_exchanges_person_idx').on(t.personId, t.at),
    index('point_exchanges_expires_idx').on(t.expiresAt).where(sql`${t.state} = 'reserved'`),
    check('point_exchanges_ended', sql`(${t.state} = 'reserved') = (${t.endedAt} is null)`),
    check('point_exchanges_redeemed', sql`(${t.state} = 'redeemed') = (${t.redeemedBy} is not null)`),
    check('point_exchanges_not_own', sql`${t.redeemedBy} is null or ${t.redeemedBy} <> ${t.personId}`),
  ],
)

/** 积分流水: whole postings, append only by trigger; `cause` makes each happen once. */
export const volunteerPointPostings = pgTable(
  'volunteer_point_postings',
  {
    id: text().primaryKey(),
    personId: personId(),
    kind: text({ enum: POINT_POSTING_KINDS }).notNull(),
    fromAccount: text({ enum: POINT_ACCOUNTS }).notNull(),
    toAccount: text({ enum: POINT_ACCOUNTS }).notNull(),
    amount: integer().notNull(),
    cause: text().notNull(),
    ledgerId: text().references(() => hoursLedger.id),
    exchangeId: text().references(() => pointExchanges.id),
    /** Until when what was earned may be used. */
    expiresOn: date({ mode: 'string' }),
    at: moment().notNull(),
  },
  (t) => [
    uniqueIndex('volunteer_point_postings_cause_key').on(t.cause),
    index('volunteer_point_postings_person_idx').on(t.personId, t.at, t.id),
    check('volunteer_point_postings_amount', sql`${t.amount} > 0 and ${t.fromAccount} <> ${t.toAccount}`),
    check('volunteer_point_postings_earned', sql`(${t.kind} = 'earn') = (${t.expiresOn} is not null)`),
  ],
)
