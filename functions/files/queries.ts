import { eq, inArray } from 'drizzle-orm'
import { contentChecks, files } from '../../schema/files'
import type { PhotoMime } from '../../shared/files/photo'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export type NewFile = {
  id: string
  ownerId: string
  mime: PhotoMime
  sizeBytes: number
  width: number
  height: number
  sha256: string
  storeKey: string
  thumbKey: string | null
  dhash: string | null
  createdAt: Date
}

/** The photo, its place in the queue of the content check and the sender's key. */
export async function recordFile(db: Db, send: Send, file: NewFile) {
  const made = db.$with('made').as(db.insert(files).values(file).returning({ id: files.id }))
  const at = file.createdAt
  const check = intoAll(contentChecks, {
    ...{ id: file.id, kind: 'picture' as const, subjectId: file.id, personId: file.ownerId, state: 'waiting' as const },
    ...{ label: null, traceId: null, tries: 0, at, nextAt: at, settledAt: null },
  })
  const queued = db
    .$with('queued')
    .as(db.insert(contentChecks).select(db.select(check).from(made)).returning({ id: contentChecks.id }))
  await db
    .with(made, queued, sendFrom(db, send, file.id, file.createdAt, made))
    .select({ id: made.id })
    .from(made)
}

export async function findFile(db: Db, id: string) {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row
}

export const listFiles = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: files.id, storeKey: files.storeKey })
    .from(files)
    .where(inArray(files.id, [...ids]))
