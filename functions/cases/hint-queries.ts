import { eq, sql } from 'drizzle-orm'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import type { Db } from '../db/types'

/** The fingerprints of all photos of a case. */
export const listPrints = (db: Db, caseId: string) =>
  db
    .select({
      fileId: files.id,
      kind: casePhotos.kind,
      eventId: casePhotos.eventId,
      sha256: files.sha256,
      dhash: files.dhash,
    })
    .from(casePhotos)
    .innerJoin(files, eq(files.id, casePhotos.fileId))
    .where(eq(casePhotos.caseId, caseId))

const NUMBERS_MAX = 3

/**
 * Other cases that show one of these pictures: the same bytes, or the very same perceptual hash. Both are looked up by index;
 * a hash that is only near is compared within the case, not against the whole county.
 */
export async function listElsewhere(db: Db, caseId: string, fileIds: readonly string[]) {
  if (fileIds.length === 0) return []
  const twins = sql`
    select g.id from ${files} f join ${files} g on g.sha256 = f.sha256 where f.id in ${[...fileIds]}
    union
    select g.id from ${files} f join ${files} g on g.dhash = f.dhash where f.id in ${[...fileIds]}`
  const rows = await db
    .selectDistinct({ number: cases.number })
    .from(casePhotos)
    .innerJoin(cases, eq(cases.id, casePhotos.caseId))
    .where(sql`${casePhotos.fileId} in (${twins}) and ${casePhotos.caseId} <> ${caseId}`)
    .orderBy(cases.number)
    .limit(NUMBERS_MAX)
  return rows.map(({ number }) => number)
}
