import { and, eq, inArray, sql } from 'drizzle-orm'
import { caseBulks } from '../../../schema/cases/tools'
import { sends } from '../../../schema/people'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** The register of the bulk and the sender's key: what comes after can be broken off and sent again. */
export async function recordBulk(db: Db, send: Send, row: Required<typeof caseBulks.$inferInsert>) {
  const made = db.$with('made').as(
    db
      .insert(caseBulks)
      .select(db.select(intoAll(caseBulks, row)).from(sql`(select 1) as one`))
      .returning({ id: caseBulks.id }),
  )
  await db
    .with(made, sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

/** Which of these keys a person has used already. */
export async function listSentKeys(db: Db, personId: string, keys: readonly string[]) {
  const rows = await db
    .select({ key: sends.key })
    .from(sends)
    .where(and(eq(sends.personId, personId), inArray(sends.key, [...keys])))
  return new Set(rows.map(({ key }) => key))
}
