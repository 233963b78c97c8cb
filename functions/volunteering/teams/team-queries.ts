import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { activities, teams } from '../../../schema/volunteering/activities'
import { hoursLedger } from '../../../schema/volunteering/hours'
import { teamEvents, teamKindParents, teamMemberEvents, teamMembers } from '../../../schema/volunteering/teams'
import type { Above, TeamDecision, TeamNow } from '../../../shared/volunteering/teams/teams'
import type { TeamKind } from '../../../shared/volunteering/volunteers'
import { intoAll } from '../../db/into'
import { rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

const MOST = 500

const memberCount = sql<number>`(select count(*)::int from ${teamMembers} m
  where m.team_id = "teams"."id" and m.state = 'active')`

export const listKindParents = (db: Db) => db.select().from(teamKindParents)

/** Open ones first, each by its name. */
export const listTeamRows = (db: Db) =>
  db
    .select({
      ...{ id: teams.id, name: teams.name, parentId: teams.parentId, kind: teams.kind, closedAt: teams.closedAt },
      memberCount,
    })
    .from(teams)
    .orderBy(sql`${teams.closedAt} is not null`, asc(teams.name), asc(teams.id))
    .limit(MOST)

export async function findTeam(db: Db, id: string) {
  const asking = sql<number>`(select count(*)::int from ${teamMembers} m
    where m.team_id = "teams"."id" and m.state = 'asked')`
  const [row] = await db
    .select({
      ...{ id: teams.id, name: teams.name, kind: teams.kind, parentId: teams.parentId },
      ...{ closedAt: teams.closedAt, version: teams.version, memberCount, asking },
    })
    .from(teams)
    .where(eq(teams.id, id))
  return row
}
export type TeamRow = NonNullable<Awaited<ReturnType<typeof findTeam>>>

type AboveRow = { id: string; name: string; kind: TeamKind; closedAt: string | null }

/** The team itself and all above it, from the bottom up; `union` ends even a circle. */
export async function listAbove(db: Db, id: string | null): Promise<Above> {
  if (id === null) return []
  const rows = await rowsOf<AboveRow>(
    db,
    sql`with recursive up(id, parent_id, depth) as (
      select t.id, t.parent_id, 0 from ${teams} t where t.id = ${id}
      union select t.id, t.parent_id, up.depth + 1 from ${teams} t join up on t.id = up.parent_id where up.depth < 20)
    select t.id, t.name, t.kind, t.closed_at as "closedAt" from up join ${teams} t on t.id = up.id order by up.depth`,
  )
  return rows.map(({ closedAt, ...row }) => ({ ...row, closedAt: closedAt === null ? null : new Date(closedAt) }))
}

export const listChildren = (db: Db, id: string) =>
  db
    .select({ id: teams.id, name: teams.name, kind: teams.kind })
    .from(teams)
    .where(and(eq(teams.parentId, id), isNull(teams.closedAt)))
    .orderBy(asc(teams.name), asc(teams.id))

/** The team and everything below it. */
const below = (seed: SQL) => sql`with recursive below(id) as (${seed}
  union select t.id from ${teams} t join below on t.parent_id = below.id)`

export const listBelow = async (db: Db, id: string) =>
  (await rowsOf<{ id: string }>(db, sql`${below(sql`select ${id}::text`)} select id from below`)).map((row) => row.id)

/** The teams a person leads, sub-teams included. */
export async function listLedTeams(db: Db, personId: string) {
  if (personId === '') return []
  const led = sql`select m.team_id from ${teamMembers} m
    where m.person_id = ${personId} and m.state = 'active' and m.role = 'lead'`
  return (await rowsOf<{ id: string }>(db, sql`${below(led)} select id from below`)).map((row) => row.id)
}

/** Σ of the ledger's rows that keep this team or one below it, and how many people they are of. */
export async function readTeamHours(db: Db, id: string) {
  const [row] = await rowsOf<{ minutes: number; people: number }>(
    db,
    sql`${below(sql`select ${id}::text`)} select coalesce(sum(l.minutes), 0)::int as minutes,
      count(distinct l.person_id)::int as people from ${hoursLedger} l join below on below.id = l.team_id`,
  )
  return row ?? { minutes: 0, people: 0 }
}

/** What stands in the way of closing. */
export async function readLeft(db: Db, id: string, now: Date) {
  const [row] = await rowsOf<{ openTeams: number; openActivities: number }>(
    db,
    sql`select (select count(*)::int from ${teams} t where t.parent_id = ${id} and t.closed_at is null) as "openTeams",
      (select count(*)::int from ${activities} a where a.team_id = ${id} and (a.state in ('draft', 'in_review')
        or (a.state = 'published' and a.ends_at > ${now.toISOString()}::timestamptz))) as "openActivities"`,
  )
  return row ?? { openTeams: 0, openActivities: 0 }
}

const eventOf = (db: Db, { was, move, wasZh, isZh, at }: TeamDecision, id: string, by: string, from: SQL) =>
  db.$with('noted', { id: sql<string>`id`.as('id') }).as(sql`
    insert into ${teamEvents} (id, team_id, move, was_zh, is_zh, by, at)
    select ${id}, ${was.id}, ${move}, ${wasZh}, ${isZh}, ${by}, ${at.toISOString()}::timestamptz from ${from} returning id`)

export async function recordNewTeam(db: Db, decision: TeamDecision, eventId: string, send: Send) {
  const { was, name, parentId, at } = decision
  const row = { id: was.id, name, kind: was.kind, parentId }
  const made = db.$with('made').as(db.insert(teams).values(row).returning({ id: teams.id }))
  await db
    .with(made, eventOf(db, decision, eventId, send.personId, sql`made`), sendFrom(db, send, was.id, at, made))
    .select()
    .from(made)
}

/** Renamed, moved or closed; a closing ends every stay in the same statement. Undefined: lost the race. */
export async function recordTeam(db: Db, decision: TeamDecision, eventId: string, send: Send) {
  const { was, name, parentId, closes, at } = decision
  const changed = db.$with('changed').as(
    db
      .update(teams)
      .set({ name, parentId, version: was.version + 1, ...(closes ? { closedAt: at } : {}) })
      .where(and(eq(teams.id, was.id), eq(teams.version, was.version)))
      .returning({ id: teams.id }),
  )
  const noted = eventOf(db, decision, eventId, send.personId, sql`changed`)
  const ended = closes ? endedBy(db, send.personId, at) : []
  const [row] = await db
    .with(changed, noted, ...ended, sendFrom(db, send, was.id, at, changed))
    .select({ id: changed.id })
    .from(changed)
  return row
}

function endedBy(db: Db, by: string, at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`
  const id = { id: sql<string>`id`.as('id') }
  const ended = db.$with('ended', id).as(sql`
    update ${teamMembers} m set state = 'closed', until = ${moment}, version = m.version + 1
    from changed c where m.team_id = c.id and m.state in ('asked', 'active') returning m.id`)
  const told = db.$with('ended_told', id).as(sql`
    insert into ${teamMemberEvents} (id, member_id, move, note, by, at)
    select 'closed.' || e.id, e.id, 'closed', '', ${by}, ${moment} from ended e returning id`)
  return [ended, told] as const
}

export const teamNow = ({ id, name, kind, parentId, closedAt, version }: TeamRow): TeamNow => ({
  ...{ id, name, kind, parentId, closedAt, version },
})

export const memberEventRow = (row: Required<typeof teamMemberEvents.$inferInsert>) => intoAll(teamMemberEvents, row)
