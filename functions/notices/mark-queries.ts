import { eq } from 'drizzle-orm'
import { jobMarks } from '../../schema/notices'
import type { Db } from '../db/types'

export async function findMark(db: Db, name: string) {
  const [row] = await db.select({ at: jobMarks.at }).from(jobMarks).where(eq(jobMarks.name, name))
  return row?.at ?? new Date(0)
}

export const recordMark = (db: Db, name: string, at: Date) =>
  db.insert(jobMarks).values({ name, at }).onConflictDoUpdate({ target: jobMarks.name, set: { at } })
