import { eq, sql } from 'drizzle-orm'
import { personPhones } from '../../../schema/consents'
import { people } from '../../../schema/people'
import { intoAll, overwritten } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { holdsConsent } from './consent-queries'

export async function findPhone(db: Db, personId: string) {
  const [row] = await db.select().from(personPhones).where(eq(personPhones.personId, personId))
  return row
}

export async function findOpenid(db: Db, personId: string) {
  const [row] = await db.select({ openid: people.openid }).from(people).where(eq(people.id, personId))
  return row?.openid ?? null
}

type Phone = Required<typeof personPhones.$inferInsert>

/** Undefined: the consent was taken back meanwhile. */
export async function recordPhone(db: Db, send: Send, phone: Phone) {
  const bound = db.$with('bound').as(
    db
      .insert(personPhones)
      .select(
        db
          .select(intoAll(personPhones, phone))
          .from(people)
          .where(sql`${people.id} = ${phone.personId} and ${holdsConsent(phone.personId, 'phone')}`),
      )
      .onConflictDoUpdate({ target: personPhones.personId, set: overwritten(personPhones, 'personId') })
      .returning({ id: personPhones.personId }),
  )
  const [row] = await db
    .with(bound, sendFrom(db, send, phone.personId, phone.at, bound))
    .select()
    .from(bound)
  return row
}

/** Undefined: there was none. */
export async function removePhone(db: Db, send: Send, personId: string, at: Date) {
  const gone = db
    .$with('gone')
    .as(db.delete(personPhones).where(eq(personPhones.personId, personId)).returning({ id: personPhones.personId }))
  const [row] = await db
    .with(gone, sendFrom(db, send, personId, at, gone))
    .select()
    .from(gone)
  return row
}
