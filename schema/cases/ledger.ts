import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { PHOTO_STATES } from '../../shared/cases/photo-checks'
import { CASE_SOURCES, CASE_STATES, REJECT_REASONS, SUSPEND_REASONS, URGENCIES } from '../../shared/cases/states'
import { CASE_EVENT_KINDS } from '../../shared/cases/transitions'
import { files } from '../files'
import { grids, units } from '../grids'
import { people } from '../people'
import { CLOCKS, categories } from './register'

const at = () => timestamp({ withTimezone: true })

const AT_WORK = sql.raw("('dispatched','processing','suspended','handled')")

/** 问题台账 */
export const cases = pgTable(
  'cases',
  {
    id: text().primaryKey(),
    number: text().notNull(),
    title: text().notNull(),
    words: text().notNull(),
    /** 隐藏: the reporter took the words back; only reviewers read them still. */
    wordsHidden: boolean().notNull().default(false),
    state: text({ enum: CASE_STATES }).notNull(),
    version: integer().notNull(),
    source: text({ enum: CASE_SOURCES }).notNull(),
    categoryCode: text()
      .notNull()
      .references(() => categories.code),
    urgency: text({ enum: URGENCIES }).notNull(),
    addressZh: text().notNull(),
    pointCode: text(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    accuracyM: real(),
    gridId: text().references(() => grids.id),
    unitId: text().references(() => units.id),
    handlerId: text().references(() => people.id),
    inspectorId: text().references(() => people.id),
    verifierId: text().references(() => people.id),
    verifierUnitId: text(),
    rejectedBy: text().references(() => people.id),
    rejectReason: text({ enum: REJECT_REASONS }),
    suspendReason: text({ enum: SUSPEND_REASONS }),
    target: text().notNull(),
    externalNumber: text().notNull(),
    masterId: text(),
    stateBefore: text({ enum: CASE_STATES }),
    returnedUnits: jsonb().$type<readonly string[]>().notNull(),
    /** 协办: units that still work on it, and those that have answered. */
    coOpen: jsonb().$type<readonly string[]>().notNull().default([]),
    coDone: jsonb().$type<readonly string[]>().notNull().default([]),
    extensions: smallint().notNull(),
    reworks: smallint().notNull(),
    reopens: smallint().notNull(),
    objections: smallint().notNull(),
    cycle: smallint().notNull(),
    isPublic: boolean().notNull(),
    /** 不同意公开: the reporter's word, at the report or later; stronger than any reviewer's. */
    isWithheld: boolean().notNull().default(false),
    /** People who reported it or joined in. */
    followers: integer().notNull(),
    submittedAt: at().notNull(),
    filedAt: at(),
    dispatchedAt: at(),
    handledAt: at(),
    endedAt: at(),
    nudgedAt: at(),
    limitMinutes: integer(),
    limitClock: text({ enum: CLOCKS }).notNull(),
    dueAt: at(),
    stageAt: at().notNull(),
    stageDueAt: at(),
    pausedLeft: integer(),
    /** What a search looks through, lower case; its pairs of letters are indexed (see the guards). */
    search: text().notNull().generatedAlwaysAs(sql`lower(number || ' ' || title || ' ' || address_zh || ' ' || words)`),
    /** Small squares of the map, for looking nearby: see `cellOf`. */
    cell: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    uniqueIndex('cases_number_key').on(t.number),
    index('cases_queue_idx').on(sql`coalesce(${t.stageDueAt}, 'infinity'::timestamptz)`, t.id),
    index('cases_state_idx').on(t.state, t.submittedAt),
    index('cases_unit_state_idx').on(t.unitId, t.state),
    index('cases_grid_state_idx').on(t.gridId, t.state),
    index('cases_cell_idx').on(t.cell, t.categoryCode),
    index('cases_master_idx').on(t.masterId).where(sql`${t.masterId} is not null`),
    index('cases_co_open_idx').using('gin', t.coOpen),
    index('cases_co_done_idx').using('gin', t.coDone),
    index('cases_ended_at_idx').on(t.endedAt),
    index('cases_public_stage_idx').on(t.stageAt, t.id).where(sql`${t.isPublic}`),
    foreignKey({ name: 'cases_master_fk', columns: [t.masterId], foreignColumns: [t.id] }),
    check('cases_merged_has_master', sql`(${t.state} = 'merged') = (${t.masterId} is not null)`),
    check('cases_own_master', sql`${t.masterId} is distinct from ${t.id}`),
    check(
      'cases_verifier_not_handler',
      sql`${t.verifierId} is null or ${t.verifierId} is distinct from ${t.handlerId}`,
    ),
    check(
      'cases_verifier_not_of_unit',
      sql`${t.verifierUnitId} is null or ${t.verifierUnitId} is distinct from ${t.unitId}`,
    ),
    check(
      'cases_closed_has_end',
      sql`${t.state} <> 'closed' or (${t.endedAt} is not null and ${t.verifierId} is not null)`,
    ),
    check('cases_at_work_has_unit', sql`${t.state} not in ${AT_WORK} or ${t.unitId} is not null`),
    check('cases_handled_by_all', sql`${t.state} <> 'handled' or ${t.coOpen} = '[]'::jsonb`),
    check('cases_co_units_few', sql`jsonb_array_length(${t.coOpen}) + jsonb_array_length(${t.coDone}) <= 9`),
    check(
      'cases_verifier_not_of_co_unit',
      sql`${t.verifierUnitId} is null or not jsonb_exists(${t.coDone}, ${t.verifierUnitId})`,
    ),
    check('cases_withheld_not_public', sql`not (${t.isPublic} and ${t.isWithheld})`),
    check('cases_handled_has_handler', sql`${t.state} <> 'handled' or ${t.handlerId} is not null`),
    check(
      'cases_counters',
      sql`${t.followers} >= 0 and ${t.reopens} <= 2 and ${t.objections} <= 1 and ${t.extensions} <= 2`,
    ),
  ],
)

/** 办理过程: append only, held by a trigger. `note` may be internal: what a citizen reads is decided by the table of moves. */
export const caseEvents = pgTable(
  'case_events',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    /** The version of the case after it: one journal row a version. */
    version: integer().notNull(),
    kind: text({ enum: CASE_EVENT_KINDS }).notNull(),
    was: text({ enum: CASE_STATES }),
    is: text({ enum: CASE_STATES }).notNull(),
    by: text().notNull(),
    /** 县市政工程公司, 审核员, 反映人: never a person. */
    byZh: text().notNull(),
    note: text().notNull(),
    /** What the move set: unit, deadline, conditions, reasons. */
    payload: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    at: at().notNull(),
  },
  (t) => [uniqueIndex('case_events_case_version_key').on(t.caseId, t.version)],
)

export const CASE_PHOTO_KINDS = ['before', 'after', 'check', 'more'] as const

/** 案件照片: a photo belongs to one event of one case and is never lent to another. */
export const casePhotos = pgTable(
  'case_photos',
  {
    fileId: text()
      .primaryKey()
      .references(() => files.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    eventId: text()
      .notNull()
      .references(() => caseEvents.id),
    kind: text({ enum: CASE_PHOTO_KINDS }).notNull(),
    ordinal: smallint().notNull(),
    /** 公开状态: what outsiders may see of it. */
    publicState: text({ enum: PHOTO_STATES }).notNull().default('unchecked'),
    /** The picture that stands in for a masked one; the photo itself stays sealed. */
    maskedId: text().references(() => files.id),
  },
  (t) => [
    index('case_photos_case_idx').on(t.caseId),
    check('case_photos_masked_has_picture', sql`(${t.publicState} = 'masked') = (${t.maskedId} is not null)`),
  ],
)
