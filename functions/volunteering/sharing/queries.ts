import { and, eq, notInArray } from 'drizzle-orm'
import { points } from '../../../schema/points'
import { activities } from '../../../schema/volunteering/activities'
import { shareCodes, shareLinks } from '../../../schema/volunteering/sharing'
import type { ShareKind } from '../../../shared/volunteering/sharing'
import { findShown } from '../../cases/public-queries'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** What anybody may see of it: its name; undefined for what is not, or no longer, public. */
export const FACES: Record<ShareKind, (db: Db, id: string) => Promise<string | undefined>> = {
  // Its number: the title of a sensitive class would tell the door.
  case: async (db, id) => (await findShown(db, id))?.number,
  activity: async (db, id) => {
    const [row] = await db
      .select({ zh: activities.title })
      .from(activities)
      .where(and(eq(activities.id, id), notInArray(activities.state, ['draft', 'in_review'])))
    return row?.zh
  },
  point: async (db, id) => {
    const [row] = await db.select({ zh: points.name }).from(points).where(eq(points.id, id))
    return row?.zh
  },
}

export async function findCode(db: Db, code: string) {
  const [row] = await db.select().from(shareCodes).where(eq(shareCodes.code, code))
  return row
}

type Code = Required<typeof shareCodes.$inferInsert>

/** The code of the thing: the one it has, or this one. */
export async function recordCode(db: Db, send: Send, row: Code) {
  const made = db.$with('made').as(
    db
      .insert(shareCodes)
      .values(row)
      // Touches nothing, so that the row that is there answers.
      .onConflictDoUpdate({ target: [shareCodes.kind, shareCodes.subjectId], set: { kind: row.kind } })
      .returning({ code: shareCodes.code }),
  )
  const [kept] = await db
    .with(made, sendFrom(db, send, row.subjectId, row.at, made))
    .select()
    .from(made)
  return kept
}

export async function findCodeOf(db: Db, kind: ShareKind, subjectId: string) {
  const [row] = await db
    .select()
    .from(shareCodes)
    .where(and(eq(shareCodes.kind, kind), eq(shareCodes.subjectId, subjectId)))
  return row
}

type Link = Required<typeof shareLinks.$inferInsert>

export async function recordLink(db: Db, send: Send, row: Link) {
  const made = db.$with('made').as(
    db
      .insert(shareLinks)
      .select(db.select(intoAll(shareLinks, row)).from(shareCodes).where(eq(shareCodes.code, row.code)))
      .returning({ id: shareLinks.id }),
  )
  await db
    .with(made, sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

export async function findLink(db: Db, id: string) {
  const [row] = await db.select().from(shareLinks).where(eq(shareLinks.id, id))
  return row
}
