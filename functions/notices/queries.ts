import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import type { Cursor } from '../../shared/kit/page'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

const unreadOf = (personId: string) =>
  sql<number>`(select count(*) from ${notices} n where n.person_id = ${personId} and n.read_at is null)`.mapWith(Number)

export function listInbox(db: Db, personId: string, { size, cursor }: { size: number; cursor: Cursor | null }) {
  const before = cursor
    ? or(lt(notices.at, new Date(cursor.at)), and(eq(notices.at, new Date(cursor.at)), lt(notices.id, cursor.id)))
    : undefined
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.personId, personId), before))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(size + 1)
}

export async function countUnread(db: Db, personId: string) {
  const [row] = await db.select({ n: unreadOf(personId) }).from(sql`(values (1)) as one(n)`)
  return row?.n ?? 0
}

export async function findNotice(db: Db, personId: string, id: string) {
  const [row] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.personId, personId)))
  return row
}

/** Reading twice keeps the first time. */
export async function recordRead(db: Db, send: Send, id: string, at: Date) {
  const read = db.$with('read').as(
    db
      .update(notices)
      .set({ readAt: sql`coalesce(${notices.readAt}, ${at.toISOString()}::timestamptz)` })
      .where(and(eq(notices.id, id), eq(notices.personId, send.personId)))
      .returning({ id: notices.id }),
  )
  const [row] = await db
    .with(read, sendFrom(db, send, id, at, read))
    .select()
    .from(read)
  return row
}

export const recordAllRead = (db: Db, personId: string, at: Date) =>
  db
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
