import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { EVIDENCE_CLASSES } from '../../shared/volunteering/attendance'
import {
  HOURS_EXPORT_KINDS,
  HOURS_REASONS,
  HOURS_REQUEST_KINDS,
  HOURS_REQUEST_STATES,
  STAR_APPLICATION_STATES,
} from '../../shared/volunteering/ledger/codes'
import type { ReportFigures } from '../../shared/volunteering/ledger/report'
import { files } from '../files'
import { people } from '../people'
import { serviceRecords, signUps } from './hours'

const moment = () => timestamp({ withTimezone: true })

/** 时长更正与补录. One is open a sign-up; `revision` counts what was applied to a record, so two never start from the same minutes. */
export const hoursRequests = pgTable(
  'hours_requests',
  {
    id: text().primaryKey(),
    kind: text({ enum: HOURS_REQUEST_KINDS }).notNull(),
    state: text({ enum: HOURS_REQUEST_STATES }).notNull(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The record to be put right, or the one a back-fill made. */
    recordId: text().references(() => serviceRecords.id),
    wasMinutes: integer().notNull(),
    /** Null while nobody said what is right. */
    toMinutes: integer(),
    servedFrom: moment(),
    servedTo: moment(),
    evidence: text({ enum: EVIDENCE_CLASSES }),
    reason: text({ enum: HOURS_REASONS }).notNull(),
    reasonZh: text().notNull(),
    fileId: text().references(() => files.id),
    askedBy: text().notNull(),
    askedAt: moment().notNull(),
    proposedBy: text(),
    proposedAt: moment(),
    decidedBy: text(),
    decidedAt: moment(),
    note: text().notNull().default(''),
    revision: integer(),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('hours_requests_open_key').on(t.signUpId).where(sql`${t.state} in ('asked', 'proposed')`),
    uniqueIndex('hours_requests_revision_key').on(t.recordId, t.revision).where(sql`${t.revision} is not null`),
    index('hours_requests_state_asked_at_idx').on(t.state, t.askedAt, t.id),
    index('hours_requests_person_idx').on(t.personId, t.askedAt),
    check('hours_requests_not_own', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.personId}`),
    check(
      'hours_requests_two_people',
      sql`${t.state} <> 'applied' or ${t.decidedBy} <> ${t.proposedBy}
        or (${t.kind} in ('check', 'correct') and abs(${t.toMinutes} - ${t.wasMinutes}) <= 60)`,
    ),
    check('hours_requests_photo', sql`${t.kind} <> 'backfill' or ${t.fileId} is not null`),
    check('hours_requests_minutes', sql`${t.wasMinutes} >= 0 and (${t.toMinutes} is null or ${t.toMinutes} >= 0)`),
  ],
)

/** 时长导出登记, append only by trigger. */
export const hoursExports = pgTable(
  'hours_exports',
  {
    id: text().primaryKey(),
    by: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: HOURS_EXPORT_KINDS }).notNull(),
    reason: text().notNull(),
    rows: integer().notNull(),
    at: moment().notNull(),
  },
  (t) => [check('hours_exports_has_reason', sql`char_length(${t.reason}) >= 2`)],
)

/** 星级标准: a county may keep other steps; that they ascend is looked at when a statement ends, by trigger. */
export const starLevels = pgTable('star_levels', { stars: integer().primaryKey(), hours: integer().notNull() }, (t) => [
  check('star_levels_range', sql`${t.stars} between 1 and 5 and ${t.hours} > 0`),
])

/** 星级申报: shown to everybody from the moment it is asked for until `publicUntil`. */
export const starApplications = pgTable(
  'star_applications',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    stars: integer().notNull(),
    hours: integer().notNull(),
    /** The ledger's sum when it was asked for. */
    minutes: integer().notNull(),
    state: text({ enum: STAR_APPLICATION_STATES }).notNull(),
    appliedAt: moment().notNull(),
    publicUntil: moment().notNull(),
    decidedBy: text(),
    decidedAt: moment(),
    note: text().notNull().default(''),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('star_applications_live_key')
      .on(t.personId, t.stars)
      .where(sql`${t.state} in ('publicised', 'conferred')`),
    index('star_applications_state_idx').on(t.state, t.appliedAt, t.id),
    check('star_applications_not_own', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.personId}`),
    check('star_applications_publicised', sql`${t.state} <> 'conferred' or ${t.decidedAt} >= ${t.publicUntil}`),
  ],
)

/** 公示异议: one a person and application, append only by trigger. */
export const starObjections = pgTable(
  'star_objections',
  {
    id: text().primaryKey(),
    applicationId: text()
      .notNull()
      .references(() => starApplications.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('star_objections_person_key').on(t.applicationId, t.personId)],
)

/** 年度报告: one a year, frozen, append only by trigger. `hash` is the SHA-256 of `text`, which is `figures` as it was frozen. */
export const serviceReports = pgTable('service_reports', {
  year: integer().primaryKey(),
  figures: jsonb().$type<ReportFigures>().notNull(),
  text: text().notNull(),
  alg: text().notNull(),
  hash: text().notNull(),
  by: text()
    .notNull()
    .references(() => people.id),
  at: moment().notNull(),
})
