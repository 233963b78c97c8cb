import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { ORDER_CLOCKS, ORDER_EVENTS, ORDER_STATES } from '../../shared/volunteering/orders/moves'
import { cases } from '../cases/ledger'
import { files } from '../files'
import { people } from '../people'
import { activities, teams } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 点单类别: rows of the county. Hours of its own go before the county's for a step; none: the county's. */
export const serviceOrderKinds = pgTable(
  'service_order_kinds',
  {
    code: text().primaryKey(),
    zh: text().notNull(),
    seq: integer().notNull(),
    /** A kind put away takes no new orders; those filed go on. */
    isOn: boolean().notNull().default(true),
    triageHours: integer(),
    takeHours: integer(),
    agreeHours: integer(),
    rateHours: integer(),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('service_order_kinds_zh_key').on(t.zh),
    check(
      'service_order_kinds_hours',
      sql`${t.triageHours} between 1 and 8760 and ${t.takeHours} between 1 and 8760
        and ${t.agreeHours} between 1 and 8760 and ${t.rateHours} between 1 and 8760`,
    ),
  ],
)

/** 点单时限: hours of each step, rows of the county. */
export const serviceOrderClocks = pgTable(
  'service_order_clocks',
  { step: text({ enum: ORDER_CLOCKS }).primaryKey(), hours: integer().notNull() },
  (t) => [check('service_order_clocks_hours', sql`${t.hours} between 1 and 8760`)],
)

/** 服务点单: stored decisions only; what is late is derived from `dueAt`. */
export const serviceOrders = pgTable(
  'service_orders',
  {
    id: text().primaryKey(),
    kind: text()
      .notNull()
      .references(() => serviceOrderKinds.code),
    /** The kind's name when it was filed; orders of a program before this one have none. */
    kindZh: text(),
    words: text().notNull(),
    placeZh: text().notNull(),
    lng: doublePrecision(),
    lat: doublePrecision(),
    wantedAt: moment(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The case it was made of. */
    caseId: text().references(() => cases.id),
    state: text({ enum: ORDER_STATES }).notNull(),
    teamId: text().references(() => teams.id),
    masterId: text().references((): AnyPgColumn => serviceOrders.id),
    activityId: text().references(() => activities.id),
    dispatches: smallint().notNull().default(0),
    cycle: smallint().notNull().default(1),
    agreedAt: moment(),
    dueAt: moment(),
    at: moment().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('service_orders_open_case_key')
      .on(t.caseId)
      .where(sql`${t.caseId} is not null and ${t.state} not in ('closed', 'declined', 'merged')`),
    index('service_orders_state_idx').on(t.state, t.at, t.id),
    index('service_orders_person_idx').on(t.personId, t.at),
    index('service_orders_team_idx').on(t.teamId, t.at),
    check('service_orders_merged_has_master', sql`(${t.state} = 'merged') = (${t.masterId} is not null)`),
    check(
      'service_orders_taken_has_team',
      sql`${t.state} not in ('dispatched', 'taken', 'linked', 'served') or ${t.teamId} is not null`,
    ),
    check(
      'service_orders_linked_has_activity',
      sql`${t.state} not in ('linked', 'served') or ${t.activityId} is not null`,
    ),
  ],
)

/** 点单经过: one row a version, append only by trigger. */
export const serviceOrderEvents = pgTable(
  'service_order_events',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => serviceOrders.id),
    version: integer().notNull(),
    cycle: smallint().notNull(),
    move: text({ enum: ORDER_EVENTS }).notNull(),
    /** The team it was about, also once it went on to another. */
    teamId: text().references(() => teams.id),
    note: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    uniqueIndex('service_order_events_version_key').on(t.orderId, t.version),
    index('service_order_events_at_idx').on(t.at, t.id),
  ],
)

/** 服务照片 */
export const serviceOrderPhotos = pgTable(
  'service_order_photos',
  {
    fileId: text()
      .primaryKey()
      .references(() => files.id),
    eventId: text()
      .notNull()
      .references(() => serviceOrderEvents.id),
    ordinal: smallint().notNull(),
  },
  (t) => [index('service_order_photos_event_idx').on(t.eventId)],
)

/** 评单: once a round, by the requester alone; append only by trigger. */
export const serviceOrderRatings = pgTable(
  'service_order_ratings',
  {
    orderId: text()
      .notNull()
      .references(() => serviceOrders.id),
    cycle: smallint().notNull(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    stars: smallint().notNull(),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    uniqueIndex('service_order_ratings_key').on(t.orderId, t.cycle),
    index('service_order_ratings_team_idx').on(t.teamId),
    check('service_order_ratings_stars', sql`${t.stars} between 1 and 5`),
  ],
)

/** 点单人联系方式, sealed the moment it arrives. */
export const serviceOrderContacts = pgTable('service_order_contacts', {
  orderId: text()
    .primaryKey()
    .references(() => serviceOrders.id),
  alg: text().notNull(),
  keyId: text().notNull(),
  sealed: text().notNull(),
})

/** Who read it and why; append only by trigger. */
export const serviceOrderContactReads = pgTable(
  'service_order_contact_reads',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => serviceOrders.id),
    by: text()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('service_order_contact_reads_by_idx').on(t.by, t.at)],
)
