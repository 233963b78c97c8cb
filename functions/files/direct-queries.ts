import { and, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { uploadPlaces } from '../../schema/files'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { fileRows, type NewFile } from './queries'

export type NewPlace = Omit<typeof uploadPlaces.$inferSelect, 'claimedAt' | 'clearedAt'>

export async function recordPlace(db: Db, send: Send, place: NewPlace) {
  const made = db.$with('made').as(db.insert(uploadPlaces).values(place).returning({ id: uploadPlaces.id }))
  await db
    .with(made, sendFrom(db, send, place.id, place.at, made))
    .select({ id: made.id })
    .from(made)
}

/** Another person's place is not there. */
export async function findPlace(db: Db, id: string, ownerId: string) {
  const [row] = await db
    .select()
    .from(uploadPlaces)
    .where(and(eq(uploadPlaces.id, id), eq(uploadPlaces.ownerId, ownerId)))
  return row
}

/** The place is used up, the photo is the house's and the key is on record, or nothing of it. False: somebody else used it. */
export async function recordClaim(db: Db, send: Send, placeId: string, file: NewFile): Promise<boolean> {
  const { createdAt: at, ownerId } = file
  const used = db.$with('used').as(
    db
      .update(uploadPlaces)
      .set({ claimedAt: at })
      .where(
        and(
          ...[eq(uploadPlaces.id, placeId), eq(uploadPlaces.ownerId, ownerId)],
          ...[isNull(uploadPlaces.claimedAt), gt(uploadPlaces.expiresAt, at)],
        ),
      )
      .returning({ id: uploadPlaces.id }),
  )
  const { made, queued } = fileRows(db, file, used)
  const done = await db
    .with(used, made, queued, sendFrom(db, send, file.id, at, made))
    .select({ id: made.id })
    .from(made)
  return done.length > 0
}

const due = (before: Date): SQL[] => [isNull(uploadPlaces.clearedAt), lt(uploadPlaces.expiresAt, before)]

export const listDuePlaces = (db: Db, before: Date, size: number) =>
  db
    .select({ id: uploadPlaces.id })
    .from(uploadPlaces)
    .where(and(...due(before)))
    .orderBy(uploadPlaces.expiresAt)
    .limit(size)

/** Nothing lies there any more: what was never claimed is forgotten, a claimed one is kept, so that asking again finds it used. */
export async function recordCleared(db: Db, ids: readonly string[], at: Date) {
  const here = inArray(uploadPlaces.id, [...ids])
  const gone = db.$with('gone').as(
    db
      .delete(uploadPlaces)
      .where(and(here, isNull(uploadPlaces.claimedAt)))
      .returning({ id: uploadPlaces.id }),
  )
  await db
    .with(gone)
    .update(uploadPlaces)
    .set({ clearedAt: at })
    .where(and(here, isNotNull(uploadPlaces.claimedAt)))
    .returning({ id: sql`1` })
}

/** Claimed so long ago that nobody's key remembers it. */
export const removeOldPlaces = (db: Db, before: Date) =>
  db.delete(uploadPlaces).where(and(isNotNull(uploadPlaces.clearedAt), lt(uploadPlaces.at, before)))
