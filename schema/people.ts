import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { type ChangeFacts, SETTING_KINDS } from '../shared/people/changes'
import { ROLES } from '../shared/people/roles'

/** 人员: one row per human being, whatever the roles. */
export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    /** What others may read: 林晓岚, or 微信用户. */
    name: text().notNull(),
    openid: text(),
    /** Set on the accounts a demo county offers for choosing; null for people. */
    demoZh: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    disabledAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex('people_openid_key').on(t.openid)],
)

/** 授权: a role with its scope; ended, never deleted. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ROLES }).notNull(),
    unitId: text(),
    gridId: text(),
    /** The scope as people say it: 县市政工程公司, 新建网格, 全县. */
    scopeZh: text().notNull(),
    grantedAt: timestamp({ withTimezone: true }).notNull(),
    /** Null for what came with the county's first rows. */
    grantedBy: text(),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: text(),
  },
  (t) => [
    index('role_grants_person_idx').on(t.personId),
    check('role_grants_citizen_is_everyone', sql`${t.role} <> 'citizen'`),
    check('role_grants_handler_has_unit', sql`${t.role} <> 'handler' or ${t.unitId} is not null`),
  ],
)

/** 会话: opaque tokens, stored hashed; idle and absolute limits are columns so a sweep or a revocation is one statement. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
    idleMinutes: integer().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    /** How a sign-in is called where its token must not be. */
    id: text().notNull().default(sql`gen_random_uuid()::text`),
    device: text().notNull().default(''),
    address: text().notNull().default(''),
    /** When the second factor was shown in this very session. */
    factorAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('sessions_person_idx').on(t.personId), uniqueIndex('sessions_id_key').on(t.id)],
)

/** Every write a phone sent: the same key never acts twice. `bodyHash` tells a resend from another body under the same key. */
export const sends = pgTable(
  'sends',
  {
    personId: text().notNull(),
    key: text().notNull(),
    op: text().notNull(),
    bodyHash: text().notNull(),
    /** What the write made or moved. */
    subjectId: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** Where it came from and under which number it was answered, for the audit chain. */
    address: text().notNull().default(''),
    requestId: text().notNull().default(''),
  },
  (t) => [primaryKey({ name: 'sends_pkey', columns: [t.personId, t.key] }), index('sends_at_idx').on(t.at)],
)

/** 邀请: a role waiting for whoever opens the link first; the token is kept hashed and is good once. */
export const invites = pgTable(
  'invites',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull(),
    /** How the person will be called; a new account takes it. */
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    unitId: text(),
    gridId: text(),
    scopeZh: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedBy: text().references(() => people.id),
    usedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('invites_token_hash_key').on(t.tokenHash),
    index('invites_at_idx').on(t.at, t.id),
    check('invites_used_whole', sql`(${t.usedBy} is null) = (${t.usedAt} is null)`),
    check('invites_used_or_ended', sql`${t.usedAt} is null or ${t.endedAt} is null`),
    check('invites_handler_has_unit', sql`${t.role} <> 'handler' or ${t.unitId} is not null`),
  ],
)

/** 变更记录: who changed which setting of the house, before and after; append only, held by a trigger. */
export const settingChanges = pgTable(
  'setting_changes',
  {
    id: text().primaryKey(),
    kind: text({ enum: SETTING_KINDS }).notNull(),
    subjectId: text().notNull(),
    zh: text().notNull(),
    /** The one grid it is about, for whom only that grid is theirs to see; null for the county's own. */
    gridId: text(),
    before: jsonb().$type<ChangeFacts>().notNull(),
    after: jsonb().$type<ChangeFacts>().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('setting_changes_at_idx').on(t.at, t.id)],
)
