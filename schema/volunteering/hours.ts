import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { ATTENDANCE_KINDS, ATTENDANCE_METHODS, EVIDENCE_CLASSES } from '../../shared/volunteering/attendance'
import { LEDGER_KINDS } from '../../shared/volunteering/hours'
import { DISTANCE_BUCKETS, PLACE_VERDICTS } from '../../shared/volunteering/place'
import { SIGN_UP_MOVES, SIGN_UP_SOURCES, SIGN_UP_STATES } from '../../shared/volunteering/sign-ups'
import { people } from '../people'
import { activities, posts, shifts, teams } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 报名. `startsAt` and `endsAt` are the shift's, kept here for the exclusion constraint `sign_ups_no_overlap`. */
export const signUps = pgTable(
  'sign_ups',
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    shiftId: text()
      .notNull()
      .references(() => shifts.id),
    postId: text()
      .notNull()
      .references(() => posts.id),
    /** False while the leader still chooses the post. */
    isPostChosen: boolean().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    state: text({ enum: SIGN_UP_STATES }).notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    createdAt: moment().notNull(),
    source: text({ enum: SIGN_UP_SOURCES }).notNull().default('self'),
    /** 候补: the place in the queue; letting an offer pass moves it to the tail. */
    queuedAt: moment(),
    /** When an offer was last let pass: only a freed seat is offered again, never one that lies there. */
    passedAt: moment(),
    offerUntil: moment(),
    /** SHA-256 of the risk text the person was shown; null where nothing was sent along. */
    agreedRiskHash: text(),
    version: integer().notNull().default(0),
  },
  (t) => [
    check('sign_ups_offer_is_dated', sql`(${t.state} = 'offered') = (${t.offerUntil} is not null)`),
    index('sign_ups_queue_idx').on(t.shiftId, t.queuedAt, t.id).where(sql`${t.state} in ('waitlisted', 'offered')`),
    index('sign_ups_shift_idx').on(t.shiftId),
    index('sign_ups_activity_idx').on(t.activityId),
    index('sign_ups_person_starts_at_idx').on(t.personId, t.startsAt),
    uniqueIndex('sign_ups_live_key')
      .on(t.personId, t.shiftId)
      .where(sql`${t.state} in ('applied', 'approved', 'waitlisted', 'offered')`),
  ],
)

/** 报名办理过程, append only. */
export const signUpEvents = pgTable(
  'sign_up_events',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    move: text({ enum: ['sign_up', 'retime', ...SIGN_UP_MOVES] }).notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('sign_up_events_sign_up_idx').on(t.signUpId), index('sign_up_events_at_idx').on(t.at, t.id)],
)

/** 考勤记录, append only by trigger. A distance is kept as a bucket and a verdict; coordinates never arrive here. */
export const attendanceEvents = pgTable(
  'attendance_events',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    kind: text({ enum: ATTENDANCE_KINDS }).notNull(),
    method: text({ enum: ATTENDANCE_METHODS }).notNull(),
    /** The key of the send: the same one never counts twice. */
    nonce: text().notNull(),
    countsAt: moment().notNull(),
    deviceAt: moment(),
    serverAt: moment().notNull(),
    step: bigint({ mode: 'number' }),
    verdict: text({ enum: PLACE_VERDICTS }).notNull(),
    bucket: text({ enum: DISTANCE_BUCKETS }),
    accuracyM: integer(),
    actorId: text().notNull(),
    note: text().notNull(),
    voidsId: text().references((): AnyPgColumn => attendanceEvents.id),
    /** The installation that wrote it down or sent it; null where it did not say. */
    deviceId: text(),
    /** 未核对码放行 */
    isForced: boolean().notNull().default(false),
    /** 事后上传 */
    isLate: boolean().notNull().default(false),
  },
  (t) => [
    index('attendance_events_device_idx').on(t.deviceId, t.serverAt).where(sql`${t.deviceId} is not null`),
    index('attendance_events_counts_at_idx').on(t.countsAt),
    uniqueIndex('attendance_events_nonce_key').on(t.signUpId, t.nonce),
    check('attendance_events_forced', sql`not ${t.isForced} or ${t.method} in ('leader_scan', 'leader_confirm')`),
    check('attendance_events_void', sql`(${t.kind} = 'void') = (${t.voidsId} is not null)`),
  ],
)

/** 服务记录: one per sign-up, for ever. `servedFrom`–`servedTo` is the counted span; two of one person never overlap. */
export const serviceRecords = pgTable(
  'service_records',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    servedFrom: moment().notNull(),
    servedTo: moment().notNull(),
    rawMinutes: integer().notNull(),
    creditedMinutes: integer().notNull(),
    evidence: text({ enum: EVIDENCE_CLASSES }).notNull(),
    isAutoClosed: boolean().notNull(),
    confirmedBy: text().notNull(),
    confirmedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('service_records_sign_up_key').on(t.signUpId),
    index('service_records_person_idx').on(t.personId, t.servedFrom),
    check('service_records_minutes', sql`${t.creditedMinutes} between 0 and ${t.rawMinutes}`),
    check('service_records_span', sql`${t.servedFrom} <= ${t.servedTo}`),
  ],
)

/** 时长账, append only by trigger: a person's hours are the sum of these rows and nothing else. */
export const hoursLedger = pgTable(
  'hours_ledger',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: LEDGER_KINDS }).notNull(),
    minutes: integer().notNull(),
    evidence: text({ enum: EVIDENCE_CLASSES }).notNull(),
    /** The record a row grants or takes back; null for openings. */
    recordId: text().references(() => serviceRecords.id),
    /** When the service was given: months and years are counted by it. */
    servedAt: moment().notNull(),
    reasonZh: text().notNull(),
    actorId: text().notNull(),
    /** The second person of a correction. */
    approverId: text(),
    at: moment().notNull(),
    /** The team that organised it, kept here: what becomes of the team or the activity moves no total. Null for openings. */
    teamId: text().references(() => teams.id),
    /** 哈希链, filled by the trigger alone: 1, 2, 3 … and the hash of the row before. */
    seq: bigint({ mode: 'number' }).notNull().default(0),
    alg: text().notNull().default('sha256'),
    prevHash: text().notNull().default(''),
    hash: text().notNull().default(''),
  },
  (t) => [
    index('hours_ledger_person_idx').on(t.personId, t.servedAt),
    index('hours_ledger_record_idx').on(t.recordId),
    uniqueIndex('hours_ledger_grant_key').on(t.recordId).where(sql`${t.kind} = 'grant'`),
    check('hours_ledger_grant', sql`${t.kind} <> 'grant' or (${t.minutes} >= 0 and ${t.recordId} is not null)`),
    check('hours_ledger_two_people', sql`${t.approverId} is null or ${t.approverId} <> ${t.actorId}`),
  ],
)

/** 输码次数: one row a person, the minute and how often it was tried in it. */
export const codeTries = pgTable('code_tries', {
  personId: text().primaryKey(),
  minute: bigint({ mode: 'number' }).notNull(),
  tries: integer().notNull(),
})
