import { eq, inArray, sql } from 'drizzle-orm'
import type { Subquery } from 'drizzle-orm/subquery'
import { contentChecks, files } from '../../schema/files'
import type { PhotoMime } from '../../shared/files/kinds'
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
  const { made, queued } = fileRows(db, file, null)
  await db
    .with(made, queued, sendFrom(db, send, file.id, file.createdAt, made))
    .select({ id: made.id })
    .from(made)
}

/** The rows of a photo, for the statement that records it; with `after`, only where that gave a row. */
export function fileRows(db: Db, file: NewFile, after: Subquery | null) {
  const rows = db.insert(files)
  const one = after ?? sql`(values (1)) as one(n)`
  const made = db.$with('made').as(rows.select(db.select(intoAll(files, file)).from(one)).returning({ id: files.id }))
  const at = file.createdAt
  const check = intoAll(contentChecks, {
    ...{ id: file.id, kind: 'picture' as const, subjectId: file.id, personId: file.ownerId, state: 'waiting' as const },
    ...{ label: null, traceId: null, tries: 0, at, nextAt: at, settledAt: null },
  })
  const queued = db
    .$with('queued')
    .as(db.insert(contentChecks).select(db.select(check).from(made)).returning({ id: contentChecks.id }))
  return { made, queued }
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
