import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { MEMBER_EVENTS, MEMBER_ROLES, MEMBER_STATES } from '../../shared/volunteering/teams/members'
import { TEAM_MOVES } from '../../shared/volunteering/teams/teams'
import { TEAM_KINDS } from '../../shared/volunteering/volunteers'
import { people } from '../people'
import { teams } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 隶属关系: which kind of team may stand under which. The county's own; a trigger on teams reads it. */
export const teamKindParents = pgTable(
  'team_kind_parents',
  { kind: text({ enum: TEAM_KINDS }).notNull(), parentKind: text({ enum: TEAM_KINDS }).notNull() },
  (t) => [primaryKey({ name: 'team_kind_parents_pkey', columns: [t.kind, t.parentKind] })],
)

/** 队伍变更, append only by trigger. */
export const teamEvents = pgTable(
  'team_events',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    move: text({ enum: TEAM_MOVES }).notNull(),
    wasZh: text().notNull(),
    isZh: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('team_events_team_idx').on(t.teamId, t.at)],
)

/** 队员: one row for each stay in a team; an ended one is history and is never opened again. */
export const teamMembers = pgTable(
  'team_members',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    state: text({ enum: MEMBER_STATES }).notNull(),
    /** 主队 */
    isPrimary: boolean().notNull(),
    /** 转队: the stay that ends the moment this one begins. */
    fromId: text().references((): AnyPgColumn => teamMembers.id),
    words: text().notNull(),
    askedAt: moment().notNull(),
    since: moment(),
    until: moment(),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('team_members_live_key').on(t.personId, t.teamId).where(sql`${t.state} in ('asked', 'active')`),
    uniqueIndex('team_members_primary_key').on(t.personId).where(sql`${t.state} = 'active' and ${t.isPrimary}`),
    index('team_members_team_idx').on(t.teamId, t.state, t.askedAt),
    check('team_members_since', sql`${t.state} <> 'active' or (${t.since} is not null and ${t.until} is null)`),
    check('team_members_lead_is_in', sql`${t.role} <> 'lead' or ${t.since} is not null`),
  ],
)

/** 入队、转队、退队过程, append only by trigger. */
export const teamMemberEvents = pgTable(
  'team_member_events',
  {
    id: text().primaryKey(),
    memberId: text()
      .notNull()
      .references(() => teamMembers.id),
    move: text({ enum: MEMBER_EVENTS }).notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('team_member_events_member_idx').on(t.memberId)],
)
