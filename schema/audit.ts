import { bigint, date, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { AUDIT_OUTCOMES } from '../shared/people/audit'

const moment = () => timestamp({ withTimezone: true })

/** 审计链: one row a write, sign-in, download and refusal; append only and chained by triggers, whatever code runs. */
export const auditLog = pgTable(
  'audit_log',
  {
    /** Given by the trigger, as are the roles and the hashes; what a client sends for them is overwritten. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: moment().notNull(),
    outcome: text({ enum: AUDIT_OUTCOMES }).notNull(),
    personId: text().notNull(),
    roles: text().notNull(),
    op: text().notNull(),
    subjectId: text().notNull(),
    /** Of what was sent, never what was sent itself. */
    bodyHash: text().notNull(),
    address: text().notNull(),
    requestId: text().notNull(),
    alg: text().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index('audit_log_person_idx').on(t.personId, t.seq), index('audit_log_at_idx').on(t.at)],
)

/** 链头: the last row of each past day, to be kept elsewhere too; append only. */
export const auditHeads = pgTable('audit_heads', {
  day: date().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  alg: text().notNull(),
  hash: text().notNull(),
  at: moment().notNull(),
})
