import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { CASE_SOURCES } from '../shared/cases/states'
import { IDENTITIES } from '../shared/reports/contract'
import { CALLBACK_OUTCOMES } from '../shared/reports/intake'
import { API_KEY_EVENTS, type ApiKeyScope } from '../shared/reports/keys-contract'
import type { Answered, Question } from '../shared/reports/questions'
import { cases } from './cases/ledger'
import { categories } from './cases/register'
import { files } from './files'
import { people } from './people'

/** 反映: one telling of a problem; a case has one first report and any number that joined in. */
export const reports = pgTable(
  'reports',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    isFirst: boolean().notNull(),
    source: text({ enum: CASE_SOURCES }).notNull(),
    words: text().notNull(),
    /** 隐藏: the reporter took the words back. */
    hiddenAt: timestamp({ withTimezone: true }),
    answers: jsonb().$type<readonly Answered[]>().notNull().default([]),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('reports_case_idx').on(t.caseId),
    uniqueIndex('reports_first_of_case_key').on(t.caseId).where(sql`${t.isFirst}`),
  ],
)

/** Photos that came with a later telling; those of the first one are the case's own. */
export const reportPhotos = pgTable(
  'report_photos',
  {
    fileId: text()
      .primaryKey()
      .references(() => files.id),
    reportId: text()
      .notNull()
      .references(() => reports.id),
    ordinal: smallint().notNull(),
  },
  (t) => [index('report_photos_report_idx').on(t.reportId)],
)

/** 追加问题和拍照要求 of a class: the county's to change. */
export const categoryQuestions = pgTable('category_questions', {
  categoryCode: text()
    .primaryKey()
    .references(() => categories.code),
  questions: jsonb().$type<readonly Question[]>().notNull(),
  nearZh: text().notNull(),
  farZh: text().notNull(),
})

/** 反映人: who told it, kept apart; read only for the office, never for a unit. */
export const reporters = pgTable(
  'reporters',
  {
    reportId: text()
      .primaryKey()
      .references(() => reports.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    identity: text({ enum: IDENTITIES }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('reporters_person_at_idx').on(t.personId, t.at)],
)

/** 封存的联系方式: name and number, encrypted with a key derived from the secret; read one by one, each read journalled. */
export const reporterContacts = pgTable('reporter_contacts', {
  reportId: text()
    .primaryKey()
    .references(() => reports.id),
  alg: text().notNull(),
  keyId: text().notNull(),
  sealed: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

/** 查看登记: who read whose contact, when and what for; append only, held by a trigger. */
export const contactReads = pgTable(
  'contact_reads',
  {
    id: text().primaryKey(),
    reportId: text()
      .notNull()
      .references(() => reports.id),
    by: text()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('contact_reads_by_at_idx').on(t.by, t.at),
    check('contact_reads_has_reason', sql`char_length(${t.reason}) >= 2`),
  ],
)

/** 来电来信人: reporters without an account. The mark is a keyed hash of number or address: the same caller is one reporter, and none can be looked up. */
export const callers = pgTable(
  'callers',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    mark: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('callers_mark_key').on(t.mark)],
)

/** 回访: append only, held by a trigger. */
export const reportCallbacks = pgTable(
  'report_callbacks',
  {
    id: text().primaryKey(),
    reportId: text()
      .notNull()
      .references(() => reports.id),
    by: text()
      .notNull()
      .references(() => people.id),
    outcome: text({ enum: CALLBACK_OUTCOMES }).notNull(),
    note: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('report_callbacks_report_idx').on(t.reportId)],
)

/** 接入密钥: another platform's key, kept hashed; it acts as a person of its own, who can do nothing else. Ended, never deleted. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: text().primaryKey(),
    keyHash: text().notNull(),
    name: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    scopes: jsonb().$type<readonly ApiKeyScope[]>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex('api_keys_key_hash_key').on(t.keyHash)],
)

/** Who made or ended a key, and when; append only, held by a trigger. */
export const apiKeyEvents = pgTable(
  'api_key_events',
  {
    id: text().primaryKey(),
    apiKeyId: text()
      .notNull()
      .references(() => apiKeys.id),
    kind: text({ enum: API_KEY_EVENTS }).notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('api_key_events_once_key').on(t.apiKeyId, t.kind)],
)
