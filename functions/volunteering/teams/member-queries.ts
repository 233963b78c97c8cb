import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { notices } from '../../../schema/notices'
import { teams, volunteers } from '../../../schema/volunteering/activities'
import { teamMemberEvents, teamMembers } from '../../../schema/volunteering/teams'
import type { Cursor } from '../../../shared/kit/page'
import type { JoinDecision, MemberDecision, MemberState } from '../../../shared/volunteering/teams/members'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { memberEventRow } from './team-queries'

export const listStays = (db: Db, personId: string) =>
  db
    .select({ stay: teamMembers, teamName: teams.name })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(teamMembers.personId, personId))
    .orderBy(sql`${teamMembers.state} not in ('asked', 'active')`, desc(teamMembers.askedAt), asc(teamMembers.id))
    .limit(100)

const from = alias(teamMembers, 'from_stay')
const fromTeam = alias(teams, 'from_team')

const rows = (db: Db) =>
  db
    .select({
      member: teamMembers,
      teamName: teams.name,
      closedAt: teams.closedAt,
      displayName: volunteers.displayName,
      number: volunteers.number,
      fromZh: fromTeam.name,
    })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .innerJoin(volunteers, eq(volunteers.personId, teamMembers.personId))
    .leftJoin(from, eq(from.id, teamMembers.fromId))
    .leftJoin(fromTeam, eq(fromTeam.id, from.teamId))
export type MemberRow = Awaited<ReturnType<typeof rows>>[number]

export async function findMember(db: Db, id: string) {
  const [row] = await rows(db).where(eq(teamMembers.id, id))
  return row
}

type Page = { readonly states: readonly MemberState[]; readonly after: Cursor | null; readonly size: number }

export const listMembers = (db: Db, teamId: string, { states, after, size }: Page) =>
  rows(db)
    .where(
      and(
        eq(teamMembers.teamId, teamId),
        inArray(teamMembers.state, [...states]),
        after ? sql`(${teamMembers.askedAt}, ${teamMembers.id}) > (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(teamMembers.askedAt), asc(teamMembers.id))
    .limit(size + 1)

type Ids = { readonly id: string; readonly eventId: string }

/** Only while the team is open: read by the statement itself. */
export async function recordJoin(db: Db, d: JoinDecision, words: string, at: Date, { id, eventId }: Ids, send: Send) {
  const row = {
    ...{ id, teamId: d.teamId, personId: send.personId, role: 'member' as const, state: 'asked' as const },
    ...{ isPrimary: false, fromId: d.fromId, words, askedAt: at, since: null, until: null, version: 0 },
  }
  const open = db
    .select(intoAll(teamMembers, row))
    .from(teams)
    .where(and(eq(teams.id, d.teamId), sql`${teams.closedAt} is null`))
  const made = db.$with('made').as(db.insert(teamMembers).select(open).returning({ id: teamMembers.id }))
  const event = memberEventRow({ id: eventId, memberId: id, move: 'ask', note: words, by: send.personId, at })
  const noted = db
    .$with('noted')
    .as(db.insert(teamMemberEvents).select(db.select(event).from(made)).returning({ id: teamMemberEvents.id }))
  const [done] = await db
    .with(made, noted, sendFrom(db, send, id, at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

type Told = { readonly id: string; readonly title: string; readonly text: string } | null

/**
 * One step of a stay, its journal row and the message. A transfer ends the stay it comes from first, in the same
 * statement: not there any more, nothing happens. Undefined: lost the race.
 */
export async function recordMember(db: Db, d: MemberDecision, eventId: string, tell: Told, send: Send) {
  const { was, at, move, note, by } = d
  const transfers = move === 'accept' && was.fromId !== null
  const parts = transfers ? leaving(db, was.fromId ?? '', by, at) : []
  const moved = movedBy(db, d, transfers ? sql` from left_stay l` : sql``)
  const event = memberEventRow({ id: eventId, memberId: was.id, move, note, by, at })
  const noted = db
    .$with('noted')
    .as(db.insert(teamMemberEvents).select(db.select(event).from(moved)).returning({ id: teamMemberEvents.id }))
  const notice = {
    ...{ id: tell?.id ?? '', personId: was.personId, title: tell?.title ?? '', text: tell?.text ?? '', at },
    ...{
      cause: `team member ${was.id} ${was.version}`,
      link: `/mine/volunteering/team?id=${was.teamId}`,
      readAt: null,
    },
  }
  const told = db.$with('told').as(
    db
      .insert(notices)
      .select(db.select(intoAll(notices, notice)).from(moved))
      .returning({ id: notices.id }),
  )
  const [row] = await db
    .with(...parts, moved, noted, ...(tell ? [told] : []), sendFrom(db, send, was.id, at, moved))
    .select({ id: moved.id })
    .from(moved)
  return row
}

const ID = { id: sql<string>`id`.as('id') }

function movedBy(db: Db, { was, to, role, move, at }: MemberDecision, joined: SQL) {
  const moment = sql`${at.toISOString()}::timestamptz`
  const sets =
    move === 'accept'
      ? sql`, since = ${moment}, is_primary = ${
          was.fromId === null
            ? sql`not exists (select 1 from ${teamMembers} o where o.person_id = m.person_id
                and o.state = 'active' and o.is_primary)`
            : sql`true`
        }`
      : to === 'active'
        ? sql``
        : sql`, until = ${moment}`
  return db.$with('moved', ID).as(sql`
    update ${teamMembers} m set state = ${to}, role = ${role}, version = m.version + 1${sets}${joined}
    where m.id = ${was.id} and m.version = ${was.version}
      and (${move} <> 'accept' or exists (select 1 from ${teams} t where t.id = m.team_id and t.closed_at is null))
    returning m.id`)
}

function leaving(db: Db, id: string, by: string, at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`
  const left = db.$with('left_stay', ID).as(sql`
    update ${teamMembers} o set state = 'moved', role = 'member', until = ${moment}, version = o.version + 1
    where o.id = ${id} and o.state = 'active' and o.is_primary returning o.id`)
  const noted = db.$with('left_noted', ID).as(sql`
    insert into ${teamMemberEvents} (id, member_id, move, note, by, at)
    select 'moved.' || l.id, l.id, 'moved', '', ${by}, ${moment} from left_stay l returning id`)
  return [left, noted]
}
