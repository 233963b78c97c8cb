import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { RETENTION_KINDS } from '../shared/people/retention'

/** 保存期限: the county's own, in days; a kind without a row keeps to the house's. Logs never for less than six months. */
export const retentionPeriods = pgTable(
  'retention_periods',
  {
    kind: text({ enum: RETENTION_KINDS }).primaryKey(),
    days: integer().notNull(),
  },
  (t) => [
    check('retention_periods_days', sql`${t.days} > 0`),
    check('retention_periods_logs', sql`${t.kind} not in ('audit', 'sessions') or ${t.days} >= 183`),
  ],
)
