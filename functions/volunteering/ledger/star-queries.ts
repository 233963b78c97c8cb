import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { notices } from '../../../schema/notices'
import { volunteers } from '../../../schema/volunteering/activities'
import { hoursLedger } from '../../../schema/volunteering/hours'
import { starApplications, starLevels, starObjections } from '../../../schema/volunteering/ledger'
import type { Cursor } from '../../../shared/kit/page'
import type { StarApplicationState } from '../../../shared/volunteering/ledger/codes'
import type { StarApply, StarDecision } from '../../../shared/volunteering/ledger/stars'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export const listStarLevels = (db: Db) => db.select().from(starLevels).orderBy(asc(starLevels.hours))

const minutesOf = (personId: SQL) =>
  sql<number>`(select coalesce(sum(l.minutes), 0)::int from ${hoursLedger} l where l.person_id = ${personId})`

const from = (db: Db) =>
  db
    .select({
      application: starApplications,
      personZh: volunteers.displayName,
      number: volunteers.number,
      minutes: minutesOf(sql`${starApplications.personId}`),
      objections: sql<{ words: string; at: string }[]>`coalesce((select json_agg(json_build_object('words', o.words,
        'at', o.at) order by o.at) from ${starObjections} o where o.application_id = ${starApplications.id}), '[]'::json)`,
    })
    .from(starApplications)
    .innerJoin(volunteers, eq(volunteers.personId, starApplications.personId))
export type StarRow = Awaited<ReturnType<typeof from>>[number]

export async function findStar(db: Db, id: string) {
  const [row] = await from(db).where(eq(starApplications.id, id))
  return row
}

export const listStarsOf = (db: Db, personId: string) =>
  db
    .select()
    .from(starApplications)
    .where(eq(starApplications.personId, personId))
    .orderBy(desc(starApplications.appliedAt))

const paged = (direction: '<' | '>', after: Cursor | null) =>
  after
    ? sql`(${starApplications.appliedAt}, ${starApplications.id}) ${sql.raw(direction)} (${after.at}::timestamptz, ${after.id})`
    : undefined

export const listStarDesk = (db: Db, state: StarApplicationState, after: Cursor | null, size: number) =>
  from(db)
    .where(and(eq(starApplications.state, state), paged('>', after)))
    .orderBy(asc(starApplications.appliedAt), asc(starApplications.id))
    .limit(size + 1)

export const listStarPublicity = (db: Db, after: Cursor | null, size: number) =>
  from(db)
    .where(and(inArray(starApplications.state, ['publicised', 'conferred']), paged('<', after)))
    .orderBy(desc(starApplications.appliedAt), desc(starApplications.id))
    .limit(size + 1)

export async function recordStarApply(
  db: Db,
  { personId, level, minutes, publicUntil, at }: StarApply,
  id: string,
  send: Send,
) {
  const row = { id, personId, ...level, minutes, state: 'publicised' as const, appliedAt: at, publicUntil }
  const made = db.$with('made').as(db.insert(starApplications).values(row).returning({ id: starApplications.id }))
  await db
    .with(made, sendFrom(db, send, id, at, made))
    .select()
    .from(made)
}

type Objection = { readonly id: string; readonly applicationId: string; readonly words: string; readonly at: Date }

export async function recordObjection(db: Db, given: Objection, send: Send) {
  const row = { ...given, personId: send.personId }
  const open = db.$with('open').as(
    db
      .select({ id: starApplications.id })
      .from(starApplications)
      .where(and(eq(starApplications.id, given.applicationId), eq(starApplications.state, 'publicised'))),
  )
  const made = db.$with('made').as(
    db
      .insert(starObjections)
      .select(db.select(intoAll(starObjections, row)).from(open))
      .returning({ id: starObjections.id }),
  )
  const [done] = await db
    .with(open, made, sendFrom(db, send, given.applicationId, given.at, made))
    .select()
    .from(made)
  return done
}

/** Conferred only while the ledger still holds the hours: the sum is read by the statement itself. */
export async function recordStarMove(
  db: Db,
  d: StarDecision,
  tell: { id: string; title: string; text: string },
  send: Send,
) {
  const { was, state, note, by, at } = d
  const reached = sql`${minutesOf(sql`${starApplications.personId}`)} >= ${starApplications.hours} * 60`
  const moved = db.$with('moved').as(
    db
      .update(starApplications)
      .set({ state, note, decidedBy: by, decidedAt: at, version: was.version + 1 })
      .where(
        and(
          eq(starApplications.id, was.id),
          eq(starApplications.version, was.version),
          state === 'conferred' ? reached : undefined,
        ),
      )
      .returning({ id: starApplications.id }),
  )
  const notice = {
    ...{ ...tell, personId: was.personId, cause: `star ${was.id}`, link: '/mine/volunteering/stars', at },
    readAt: null,
  }
  const told = db.$with('told').as(
    db
      .insert(notices)
      .select(db.select(intoAll(notices, notice)).from(moved))
      .returning({ id: notices.id }),
  )
  const [done] = await db
    .with(moved, told, sendFrom(db, send, was.id, at, moved))
    .select()
    .from(moved)
  return done
}
