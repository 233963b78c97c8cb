import { and, asc, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import { announcements } from '../../../schema/cases/announcements'
import { categories } from '../../../schema/cases/register'
import { grids } from '../../../schema/grids'
import { ANNOUNCEMENTS_MAX } from '../../../shared/cases/announcement-contract'
import { type Change, changeFrom } from '../../db/changes'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

const LISTED_MAX = 100

const select = (db: Db) =>
  db
    .select({
      row: announcements,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      categoryZh: sql<string>`coalesce(${categories.zh}, '')`,
    })
    .from(announcements)
    .leftJoin(grids, eq(grids.id, announcements.gridId))
    .leftJoin(categories, eq(categories.code, announcements.categoryCode))
export type AnnouncementRow = Awaited<ReturnType<typeof select>>[number]

export const listLive = (db: Db, today: string) =>
  select(db)
    .where(and(isNull(announcements.endedAt), lte(announcements.startsOn, today), gte(announcements.endsOn, today)))
    .orderBy(desc(announcements.isUrgent), asc(announcements.endsOn), desc(announcements.at), asc(announcements.id))
    .limit(ANNOUNCEMENTS_MAX)

export const listAll = (db: Db) =>
  select(db)
    .orderBy(sql`${announcements.endedAt} is not null`, desc(announcements.endsOn), desc(announcements.at))
    .limit(LISTED_MAX)

export async function findAnnouncement(db: Db, id: string) {
  const [row] = await select(db).where(eq(announcements.id, id))
  return row
}

type NewRow = Required<typeof announcements.$inferInsert>

export async function recordAnnouncement(db: Db, send: Send, row: NewRow, change: Change) {
  const made = db.$with('made').as(db.insert(announcements).values(row).returning({ id: announcements.id }))
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

export async function recordAnnouncementEnd(db: Db, send: Send, id: string, change: Change) {
  const ended = db.$with('ended').as(
    db
      .update(announcements)
      .set({ endedAt: change.at })
      .where(and(eq(announcements.id, id), isNull(announcements.endedAt)))
      .returning({ id: announcements.id }),
  )
  const [done] = await db
    .with(ended, changeFrom(db, change, ended), sendFrom(db, send, id, change.at, ended))
    .select()
    .from(ended)
  return done
}
