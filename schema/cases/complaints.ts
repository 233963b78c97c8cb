import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { COMPLAINT_DECISIONS, COMPLAINT_REASONS } from '../../shared/cases/complaint-contract'
import { people } from '../people'
import { cases } from './ledger'

const moment = () => timestamp({ withTimezone: true })
const caseId = () =>
  text()
    .notNull()
    .references(() => cases.id)

/** 投诉 of public content: one a person and case. */
export const publicComplaints = pgTable(
  'public_complaints',
  {
    id: text().primaryKey(),
    caseId: caseId(),
    personId: text()
      .notNull()
      .references(() => people.id),
    reason: text({ enum: COMPLAINT_REASONS }).notNull(),
    words: text().notNull(),
    at: moment().notNull(),
    decision: text({ enum: COMPLAINT_DECISIONS }),
    note: text().notNull().default(''),
    decidedBy: text().references(() => people.id),
    decidedAt: moment(),
  },
  (t) => [
    uniqueIndex('public_complaints_person_case_key').on(t.personId, t.caseId),
    index('public_complaints_open_idx').on(t.at).where(sql`${t.decision} is null`),
    index('public_complaints_case_idx').on(t.caseId),
    check(
      'public_complaints_decided_whole',
      sql`(${t.decision} is null) = (${t.decidedBy} is null) and (${t.decision} is null) = (${t.decidedAt} is null)`,
    ),
    check('public_complaints_not_own', sql`${t.decidedBy} is distinct from ${t.personId}`),
  ],
)

/** 下架: what was public is sealed as it stood; append only by trigger. */
export const takedowns = pgTable(
  'takedowns',
  {
    id: text().primaryKey(),
    caseId: caseId(),
    complaintId: text()
      .notNull()
      .references(() => publicComplaints.id),
    alg: text().notNull(),
    keyId: text().notNull(),
    sealed: text().notNull(),
    note: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [index('takedowns_case_idx').on(t.caseId)],
)
