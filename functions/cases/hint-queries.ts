import { and, between, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { visibleTo } from './visible-queries'

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
const NEAR_MAX = 20

/** Photos of the same bytes or the very same perceptual hash as these, themselves included; both are looked up by index. */
const twinsOf = (fileIds: SQL) => sql`
  select g.id from ${files} f join ${files} g on g.sha256 = f.sha256 where f.id in ${fileIds}
  union
  select g.id from ${files} f join ${files} g on g.dhash = f.dhash where f.id in ${fileIds}`

/** Other cases that show a picture of this one. */
export async function listTwinCases(db: Db, caseId: string) {
  const own = sql`(select o.file_id from ${casePhotos} o where o.case_id = ${caseId})`
  const rows = await db
    .selectDistinct({ id: casePhotos.caseId })
    .from(casePhotos)
    .where(sql`${casePhotos.fileId} in (${twinsOf(own)}) and ${casePhotos.caseId} <> ${caseId}`)
  return rows.map(({ id }) => id)
}

/**
 * Other cases that show one of these pictures: the same bytes, or the very same perceptual hash. Both are looked up by index;
 * a hash that is only near is compared within the case, not against the whole county.
 */
export async function listElsewhere(db: Db, caseId: string, fileIds: readonly string[]) {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectDistinct({ number: cases.number })
    .from(casePhotos)
    .innerJoin(cases, eq(cases.id, casePhotos.caseId))
    .where(sql`${casePhotos.fileId} in (${twinsOf(sql`${[...fileIds]}`)}) and ${casePhotos.caseId} <> ${caseId}`)
    .orderBy(cases.number)
    .limit(NUMBERS_MAX)
  return rows.map(({ number }) => number)
}

type Spot = { readonly id: string; readonly categoryCode: string; readonly cells: readonly number[] }

/** Closed cases of a class in these small squares, closed within the span, as far as the asker may see them. */
export const listClosedNear = (
  db: Db,
  who: Actor,
  { id, categoryCode, cells }: Spot,
  [from, to]: readonly [Date, Date],
) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      lng: cases.lng,
      lat: cases.lat,
      endedAt: cases.endedAt,
    })
    .from(cases)
    .where(
      and(
        inArray(cases.cell, [...cells]),
        eq(cases.categoryCode, categoryCode),
        eq(cases.state, 'closed'),
        between(cases.endedAt, from, to),
        ne(cases.id, id),
        visibleTo(who),
      ),
    )
    .orderBy(desc(cases.endedAt))
    .limit(NEAR_MAX)
