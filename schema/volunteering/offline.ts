import { boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { REFUSALS, type RefusalCode } from '../../shared/kit/refusal'
import { CODE_DIRECTIONS } from '../../shared/volunteering/codes'
import { UPLOAD_METHODS } from '../../shared/volunteering/offline/uploads'
import { people } from '../people'
import { shifts } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 没有记上的登记, append only by trigger: what the leader's phone wrote down and the server did not count, and why. */
export const attendanceFailures = pgTable(
  'attendance_failures',
  {
    /** Made of the device and its nonce: sent again it is the same row. */
    id: text().primaryKey(),
    shiftId: text()
      .notNull()
      .references(() => shifts.id),
    /** As the code or the leader named it; empty where neither did. It need not exist. */
    signUpId: text().notNull(),
    direction: text({ enum: CODE_DIRECTIONS }).notNull(),
    method: text({ enum: UPLOAD_METHODS }).notNull(),
    isForced: boolean().notNull(),
    reason: text().notNull(),
    deviceId: text().notNull(),
    deviceAt: moment().notNull(),
    serverAt: moment().notNull(),
    refused: text({ enum: Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]] }).notNull(),
    zh: text().notNull(),
    actorId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    index('attendance_failures_shift_idx').on(t.shiftId, t.serverAt, t.id),
    index('attendance_failures_server_at_idx').on(t.serverAt, t.id),
  ],
)
