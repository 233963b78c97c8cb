import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { ACTIVITY_KINDS, ACTIVITY_MOVES, ACTIVITY_STATES } from '../../shared/volunteering/activities'
import { ADMISSIONS } from '../../shared/volunteering/admissions'
import { RISK_CLASSES } from '../../shared/volunteering/guardians'
import { AGE_BANDS, TEAM_KINDS } from '../../shared/volunteering/volunteers'
import { people } from '../people'
import { qualificationKinds } from './qualification-kinds'

const moment = () => timestamp({ withTimezone: true })

/** 志愿者: a person who registered. Locked before any seat, so two sign-ups of one person never meet half-way. */
export const volunteers = pgTable(
  'volunteers',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    /** 志愿者编号 */
    number: text().notNull(),
    displayName: text().notNull(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    joinedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('volunteers_number_key').on(t.number)],
)

/** 志愿服务队伍 */
export const teams = pgTable('teams', {
  id: text().primaryKey(),
  name: text().notNull(),
  parentId: text().references((): AnyPgColumn => teams.id),
  kind: text({ enum: TEAM_KINDS }).notNull(),
  /** A closed team takes nobody and starts nothing; its hours stay its own. */
  closedAt: moment(),
  version: integer().notNull().default(0),
})

/** 活动系列: its issues are numbered 1, 2, 3 … without a gap, in the order they were published. */
export const activitySeries = pgTable(
  'activity_series',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** 活动品牌; empty where it has none. */
    brand: text().notNull(),
    last: integer().notNull().default(0),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('activity_series_name_key').on(t.name), check('activity_series_last', sql`${t.last} >= 0`)],
)

/** 志愿活动: stored decisions only, phases are derived. `startsAt` and `endsAt` span its shifts. */
export const activities = pgTable(
  'activities',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    summary: text().notNull(),
    kind: text({ enum: ACTIVITY_KINDS }).notNull(),
    state: text({ enum: ACTIVITY_STATES }).notNull(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    placeZh: text().notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    /** 签到范围 */
    radiusM: integer().notNull(),
    riskZh: text().notNull(),
    isRisky: boolean().notNull(),
    /** 风险等级: which consent a minor needs. */
    riskClass: text({ enum: RISK_CLASSES }).notNull().default('low'),
    insuranceNo: text(),
    minAge: integer(),
    signUpFrom: moment().notNull(),
    signUpEndsAt: moment().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** 系列; its 第几期 is given when the activity is first published. */
    seriesId: text().references(() => activitySeries.id),
    /** 第几期 of a series; null for a single activity. */
    seriesIssue: integer(),
    contactZh: text().notNull(),
    /** The name of a built-in illustration. */
    coverKey: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    publishedAt: moment(),
    version: integer().notNull().default(0),
  },
  (t) => [
    index('activities_state_starts_at_idx').on(t.state, t.startsAt, t.id),
    uniqueIndex('activities_series_issue_key').on(t.seriesId, t.seriesIssue),
    check('activities_span', sql`${t.startsAt} < ${t.endsAt}`),
    check('activities_sign_up_span', sql`${t.signUpFrom} < ${t.signUpEndsAt} and ${t.signUpEndsAt} <= ${t.endsAt}`),
    check('activities_risky_is_insured', sql`not ${t.isRisky} or ${t.state} <> 'published' or ${t.insuranceNo} <> ''`),
  ],
)

/** 活动办理过程, append only. */
export const activityEvents = pgTable(
  'activity_events',
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    move: text({ enum: [...ACTIVITY_MOVES, 'edit'] }).notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('activity_events_activity_idx').on(t.activityId)],
)

/** 班次 */
export const shifts = pgTable(
  'shifts',
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** 本场上限 */
    capMinutes: integer().notNull(),
    /** Minutes before and after the shift that still count, under the cap. */
    graceMinutes: integer().notNull(),
    /** 报名方式 */
    admission: text({ enum: ADMISSIONS }).notNull().default('auto'),
    /** 须有的培训或证书; it counts on the day the shift starts. */
    qualificationId: text().references(() => qualificationKinds.id),
    leaderId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    index('shifts_activity_idx').on(t.activityId),
    index('shifts_leader_idx').on(t.leaderId, t.startsAt),
    check('shifts_span', sql`${t.startsAt} < ${t.endsAt}`),
    check(
      'shifts_cap',
      sql`${t.capMinutes} > 0 and ${t.graceMinutes} between 0 and 120
        and ${t.capMinutes} <= extract(epoch from ${t.endsAt} - ${t.startsAt}) / 60 + ${t.graceMinutes}`,
    ),
  ],
)

/** 岗位: the seats of a shift. `taken` is moved only together with the sign-up that takes or frees it. */
export const posts = pgTable(
  'posts',
  {
    id: text().primaryKey(),
    shiftId: text()
      .notNull()
      .references(() => shifts.id),
    name: text().notNull(),
    /** Order on the screen. */
    seq: integer().notNull(),
    capacity: integer().notNull(),
    taken: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('posts_shift_seq_key').on(t.shiftId, t.seq),
    check('posts_seats', sql`${t.taken} between 0 and ${t.capacity}`),
  ],
)
