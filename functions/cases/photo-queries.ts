import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { caseEvents, casePhotos } from '../../schema/cases/ledger'
import { photoChecks, photoReads } from '../../schema/cases/photo-checks'
import { files } from '../../schema/files'
import type { PhotoVerdict } from '../../shared/cases/photo-checks'
import type { MaskBox } from '../../shared/files/boxes'
import { intoAll, manyFrom } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import type { NewFile } from '../files/queries'

/** The last check of a photo; "case_photos"."file_id" in full, since single-table selects drop the name. */
const last = (column: string) => sql`(select ${sql.raw(`k.${column}`)} from ${photoChecks} k
  where k.file_id = "case_photos"."file_id" order by k.at desc, k.id desc limit 1)`

/** The case's own photos in the order they came; size and id of what stands for each. */
export const listPhotoRows = (db: Db, caseId: string) =>
  db
    .select({
      id: casePhotos.fileId,
      kind: casePhotos.kind,
      state: casePhotos.publicState,
      maskedId: casePhotos.maskedId,
      seenId: files.id,
      width: files.width,
      height: files.height,
      boxes: sql<MaskBox[]>`coalesce(${last('boxes')}, '[]'::jsonb)`,
      at: sql<Date | null>`${last('at')}`.mapWith(photoChecks.at),
    })
    .from(casePhotos)
    .innerJoin(files, eq(files.id, sql`coalesce(${casePhotos.maskedId}, ${casePhotos.fileId})`))
    .innerJoin(caseEvents, eq(caseEvents.id, casePhotos.eventId))
    .where(eq(casePhotos.caseId, caseId))
    .orderBy(caseEvents.version, casePhotos.ordinal)

export type PhotoCheck = {
  readonly caseId: string
  readonly state: PhotoVerdict
  readonly boxes: readonly MaskBox[]
  /** The row of the picture that was made, with boxes only. */
  readonly masked: NewFile | null
  readonly by: string
  readonly at: Date
  /** One id a photo, for its row in the journal. */
  readonly rows: readonly { readonly id: string; readonly fileId: string }[]
}

/** The new state, the masked picture's row, the journal and the sender's key in one statement. */
export async function recordPhotoCheck(db: Db, send: Send | null, given: PhotoCheck) {
  const { caseId, state, boxes, masked, by, at, rows } = given
  const maskedId = masked?.id ?? null
  const ids = rows.map(({ fileId }) => fileId)
  const made = masked ? [db.$with('made').as(db.insert(files).values(masked).returning({ id: files.id }))] : []
  const checked = db.$with('checked').as(
    db
      .update(casePhotos)
      .set({ publicState: state, maskedId })
      .where(and(eq(casePhotos.caseId, caseId), inArray(casePhotos.fileId, ids)))
      .returning({ id: casePhotos.fileId }),
  )
  const one = db.$with('one').as(db.select({ id: checked.id }).from(checked).limit(1))
  const journal = rows.map((row) => ({ ...row, caseId, state, maskedId, boxes, by, at }))
  const noted = db.$with('noted').as(
    db
      .insert(photoChecks)
      .select(manyFrom(photoChecks, journal, 'one'))
      .returning({ id: photoChecks.id }),
  )
  await db
    .with(...made, checked, one, noted, ...(send ? [sendFrom(db, send, caseId, at, one)] : []))
    .select()
    .from(one)
}

type Read = Required<typeof photoReads.$inferInsert>

/** The journal row of opening an original, which only a masked photo has. Undefined means there is none. */
export async function recordPhotoRead(db: Db, send: Send, read: Read) {
  const noted = db.$with('noted').as(
    db
      .insert(photoReads)
      .select(
        db
          .select(intoAll(photoReads, read))
          .from(casePhotos)
          .where(
            and(
              eq(casePhotos.fileId, read.fileId),
              eq(casePhotos.caseId, read.caseId),
              eq(casePhotos.publicState, 'masked'),
            ),
          ),
      )
      .returning({ id: photoReads.id, fileId: photoReads.fileId }),
  )
  const [row] = await db
    .with(noted, sendFrom(db, send, read.id, read.at, noted))
    .select({ fileId: noted.fileId })
    .from(noted)
  return row
}

/** What a read that is on record opened, for a reply that was lost on the way. */
export async function findPhotoRead(db: Db, id: string, by: string, since: Date) {
  const [row] = await db
    .select({ fileId: photoReads.fileId })
    .from(photoReads)
    .where(and(eq(photoReads.id, id), eq(photoReads.by, by), gte(photoReads.at, since)))
  return row
}
