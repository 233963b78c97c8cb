import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { sessions } from '../../schema/people'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { isLive } from './staff-queries'

export const listSignInRows = (db: Db, personId: string, at: Date) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isLive(at)))
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(100)

export async function findSignIn(db: Db, id: string, at: Date) {
  const [row] = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.id, id), isLive(at)))
  return row
}

/** Undefined where it is over already. */
export async function recordSignInEnd(
  db: Db,
  send: Send,
  { id, personId }: { id: string; personId: string },
  at: Date,
) {
  const ended = db.$with('ended').as(
    db
      .update(sessions)
      .set({ endedAt: at })
      .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isLive(at)))
      .returning({ id: sessions.id }),
  )
  const [row] = await db
    .with(ended, sendFrom(db, send, personId, at, ended))
    .select()
    .from(ended)
  return row
}

type NewSession = Pick<
  typeof sessions.$inferSelect,
  'tokenHash' | 'personId' | 'idleMinutes' | 'expiresAt' | 'device' | 'address'
>

/** Opens a sign-in; with `most`, the oldest of this person end until so many are left, in the same statement. */
export function recordSession(db: Db, { most, at, ...session }: NewSession & { most: number | null; at: Date }) {
  const isOver = sql`"sessions"."token_hash" in (select s.token_hash from ${sessions} s where s.person_id = ${session.personId}
    and s.ended_at is null order by s.created_at desc, s.seen_at desc offset ${Math.max(0, (most ?? 1) - 1)})`
  const ended = db.$with('ended').as(
    db
      .update(sessions)
      .set({ endedAt: at })
      .where(and(inArray(sessions.personId, most === null ? [] : [session.personId]), isLive(at), isOver))
      .returning({ id: sessions.id }),
  )
  return db
    .with(ended)
    .insert(sessions)
    .values({ ...session, createdAt: at, seenAt: at })
}
