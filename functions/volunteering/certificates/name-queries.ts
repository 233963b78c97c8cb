import { eq, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { certificates, realNameReads, realNames } from '../../../schema/volunteering/certificates'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export async function findRealName(db: Db, personId: string) {
  const { nameMasked, idKind, idMasked, consentedAt } = realNames
  const [row] = await db
    .select({ nameMasked, idKind, idMasked, consentedAt })
    .from(realNames)
    .where(eq(realNames.personId, personId))
  return row
}

/** Sealed over what stood before: the old number is gone. */
export async function recordRealName(db: Db, send: Send, row: typeof realNames.$inferInsert) {
  const { personId, ...rest } = row
  const kept = db
    .$with('kept')
    .as(
      db
        .insert(realNames)
        .values(row)
        .onConflictDoUpdate({ target: realNames.personId, set: rest })
        .returning({ id: realNames.personId }),
    )
  await db
    .with(kept, sendFrom(db, send, personId, row.consentedAt, kept))
    .select()
    .from(kept)
}

/** The name, and what papers still hold of it, in one statement; nothing there is no error. */
export async function recordRealNameDeletion(db: Db, send: Send, personId: string, at: Date) {
  const gone = db.$with('gone').as(db.delete(realNames).where(eq(realNames.personId, personId)).returning())
  const emptied = db
    .$with('emptied')
    .as(
      db
        .update(certificates)
        .set({ alg: null, keyId: null, sealed: null, holderMark: null })
        .where(sql`${certificates.personId} = ${personId} and ${certificates.sealed} is not null`)
        .returning({ id: certificates.id }),
    )
  const one = db.$with('one_person').as(db.select({ id: people.id }).from(people).where(eq(people.id, personId)))
  await db
    .with(gone, emptied, one, sendFrom(db, send, personId, at, one))
    .select()
    .from(one)
}

type Read = Required<typeof realNameReads.$inferInsert>
const noteRead = (db: Db, read: Read) =>
  db.$with('noted').as(
    db
      .insert(realNameReads)
      .select(db.select(intoAll(realNameReads, read)).from(sql`(values (1)) as one(n)`))
      .returning({ personId: realNameReads.personId, certificateId: realNameReads.certificateId }),
  )

/** The journal row and the sealed name in one statement: nothing is opened that is not written down. */
export async function recordNameRead(db: Db, read: Read) {
  const noted = noteRead(db, read)
  const { alg, keyId, sealed } = realNames
  const [row] = await db
    .with(noted)
    .select({ alg, keyId, sealed })
    .from(noted)
    .innerJoin(realNames, eq(realNames.personId, noted.personId))
  return row
}

/** The same for the copy that belongs to one paper. */
export async function recordPaperRead(db: Db, read: Read) {
  const noted = noteRead(db, read)
  const { alg, keyId, sealed } = certificates
  const [row] = await db
    .with(noted)
    .select({ alg, keyId, sealed })
    .from(noted)
    .innerJoin(certificates, eq(certificates.id, noted.certificateId))
  return row
}
