import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import {
  COLOURS,
  SUPERVISION_EVENT_KINDS,
  SUPERVISION_LEVELS,
  SUPERVISION_STATES,
} from '../../shared/cases/supervision'
import { files } from '../files'
import { units } from '../grids'
import { people } from '../people'
import { cases } from './ledger'

const at = () => timestamp({ withTimezone: true })

/** 督办文号: the last number of each year, raised by the statement that issues, so that no number is left out. */
export const supervisionNumbers = pgTable('supervision_numbers', {
  year: integer().primaryKey(),
  last: integer().notNull(),
})

/** 督办台账. That nobody of the supervised unit cancels its entry is also held by a trigger, see the guards. */
export const supervisions = pgTable(
  'supervisions',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    serial: integer().notNull(),
    number: text().notNull(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    cycle: smallint().notNull(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    colour: text({ enum: COLOURS }).notNull(),
    level: text({ enum: SUPERVISION_LEVELS }).notNull(),
    state: text({ enum: SUPERVISION_STATES }).notNull(),
    version: integer().notNull(),
    /** A person, or the clock. */
    issuedBy: text().notNull(),
    issuedAt: at().notNull(),
    listedAt: at(),
    dueAt: at().notNull(),
    proposedBy: text().references(() => people.id),
    confirmedBy: text().references(() => people.id),
  },
  (t) => [
    uniqueIndex('supervisions_number_key').on(t.number),
    uniqueIndex('supervisions_year_serial_key').on(t.year, t.serial),
    uniqueIndex('supervisions_case_cycle_colour_key').on(t.caseId, t.cycle, t.colour),
    index('supervisions_unit_idx').on(t.unitId, t.state),
    index('supervisions_issued_idx').on(t.issuedAt, t.id),
    check('supervisions_serial', sql`${t.serial} > 0`),
    check(
      'supervisions_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} is distinct from ${t.proposedBy}`,
    ),
    check(
      'supervisions_cancelled_by_two',
      sql`(${t.state} = 'cancelled') = (${t.confirmedBy} is not null)
        and (${t.state} in ('proposed', 'cancelled')) = (${t.proposedBy} is not null)`,
    ),
  ],
)

/** 督办经过: append only, held by a trigger. */
export const supervisionEvents = pgTable(
  'supervision_events',
  {
    id: text().primaryKey(),
    supervisionId: text()
      .notNull()
      .references(() => supervisions.id),
    version: integer().notNull(),
    kind: text({ enum: SUPERVISION_EVENT_KINDS }).notNull(),
    by: text().notNull(),
    byZh: text().notNull(),
    note: text().notNull(),
    at: at().notNull(),
  },
  (t) => [
    uniqueIndex('supervision_events_version_key').on(t.supervisionId, t.version),
    index('supervision_events_at_idx').on(t.at),
  ],
)

/** 佐证照片 of an answer or a 销号. */
export const supervisionPhotos = pgTable(
  'supervision_photos',
  {
    fileId: text()
      .primaryKey()
      .references(() => files.id),
    eventId: text()
      .notNull()
      .references(() => supervisionEvents.id),
    ordinal: smallint().notNull(),
  },
  (t) => [index('supervision_photos_event_idx').on(t.eventId)],
)
