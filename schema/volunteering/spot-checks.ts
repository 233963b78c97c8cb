import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { ANOMALY_KINDS } from '../../shared/volunteering/spot-checks/anomalies'
import { CALL_BACK_RESULTS } from '../../shared/volunteering/spot-checks/call-backs'
import { people } from '../people'
import { serviceRecords } from './hours'

const moment = () => timestamp({ withTimezone: true })

/** 异常已核, append only by trigger. The anomaly itself is derived and stored nowhere: looking at it punishes nobody. */
export const anomalyReviews = pgTable(
  'anomaly_reviews',
  {
    id: text().primaryKey(),
    anomalyId: text().notNull(),
    kind: text({ enum: ANOMALY_KINDS }).notNull(),
    note: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [index('anomaly_reviews_anomaly_idx').on(t.anomalyId, t.at)],
)

/** 抽查回访, append only by trigger: every call counts as it was, the last result stands. */
export const recordCallBacks = pgTable(
  'record_call_backs',
  {
    id: text().primaryKey(),
    recordId: text()
      .notNull()
      .references(() => serviceRecords.id),
    /** 月份 of the draw, YYYY-MM. */
    month: text().notNull(),
    result: text({ enum: CALL_BACK_RESULTS }).notNull(),
    note: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [
    index('record_call_backs_record_idx').on(t.recordId, t.at),
    // Whoever was reached has answered once and for all.
    uniqueIndex('record_call_backs_answer_key').on(t.recordId).where(sql`${t.result} <> 'unreached'`),
  ],
)
