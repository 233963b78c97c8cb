import { and, eq, isNull, sql } from 'drizzle-orm'
import { people, roleGrants, sessions } from '../../schema/people'
import type { GrantAsk } from '../../shared/people/grants'
import { type Change, changeFrom } from '../db/changes'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { isLive } from './staff-queries'

/** A session of a citizen who became staff keeps no longer than a staff session may. */
export type Shorter = { readonly idleMinutes: number; readonly expiresAt: Date }

export const shortened = (db: Db, personId: string, { idleMinutes, expiresAt }: Shorter) =>
  db.$with('shortened').as(
    db
      .update(sessions)
      .set({
        idleMinutes: sql`least(${sessions.idleMinutes}, ${idleMinutes}::int)`,
        expiresAt: sql`least(${sessions.expiresAt}, ${expiresAt.toISOString()}::timestamptz)`,
      })
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .returning({ tokenHash: sessions.tokenHash }),
  )

const sameGrant = (
  personId: string,
  { role, unitId, gridId }: Pick<GrantAsk, 'unitId' | 'gridId'> & { role: string },
) =>
  and(
    eq(roleGrants.personId, personId),
    sql`${roleGrants.role} = ${role}`,
    sql`${roleGrants.unitId} is not distinct from ${unitId}::text`,
    sql`${roleGrants.gridId} is not distinct from ${gridId}::text`,
    isNull(roleGrants.endedAt),
  )

type NewGrant = { readonly id: string; readonly personId: string; readonly ask: GrantAsk; readonly scopeZh: string }

/** Undefined means the person has this very role already. */
export async function recordGrant(db: Db, send: Send, given: NewGrant, change: Change, shorter: Shorter) {
  const { id, personId, ask, scopeZh } = given
  const { by, at } = change
  const row = { id, personId, ...ask, scopeZh, grantedAt: at, grantedBy: by, endedAt: null, endedBy: null }
  const made = db.$with('made').as(
    db
      .insert(roleGrants)
      .select(
        db
          .select(intoAll(roleGrants, row))
          .from(people)
          .where(
            and(
              eq(people.id, personId),
              sql`not exists (${db.select({ id: roleGrants.id }).from(roleGrants).where(sameGrant(personId, ask))})`,
            ),
          ),
      )
      .returning({ id: roleGrants.id }),
  )
  const [done] = await db
    .with(made, shortened(db, personId, shorter), changeFrom(db, change, made), sendFrom(db, send, personId, at, made))
    .select()
    .from(made)
  return done
}

type Held = {
  readonly personId: string
  readonly role: string
  readonly unitId: string | null
  readonly gridId: string | null
}

/**
 * Ends a role, and any twin of it. The county's administrators are locked first, so that two of them who end each
 * other's role at the same moment leave one; undefined means that nothing was left to end, or nobody would be left.
 */
export async function recordGrantEnd(db: Db, send: Send, held: Held, change: Change) {
  const { by, at } = change
  const admins = db.$with('admins').as(
    db
      .select({ id: roleGrants.id, personId: roleGrants.personId })
      .from(roleGrants)
      .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.disabledAt)))
      .where(and(eq(roleGrants.role, 'admin'), isNull(roleGrants.gridId), isNull(roleGrants.endedAt)))
      .orderBy(roleGrants.id)
      .for('update', { of: roleGrants }),
  )
  const isCounty = held.role === 'admin' && held.gridId === null
  const othersStay = isCounty ? sql`exists (select 1 from admins a where a.person_id <> ${held.personId})` : undefined
  const ended = db.$with('ended').as(
    db
      .update(roleGrants)
      .set({ endedAt: at, endedBy: by })
      .where(and(sameGrant(held.personId, held), othersStay))
      .returning({ id: roleGrants.id }),
  )
  const one = db.$with('one').as(db.select({ id: ended.id }).from(ended).limit(1))
  const [done] = await db
    .with(admins, ended, one, changeFrom(db, change, one), sendFrom(db, send, held.personId, at, one))
    .select()
    .from(one)
  return done
}

/** Ends every sign-in of a person; undefined where there is none. */
export async function recordSessionsEnd(db: Db, send: Send, personId: string, change: Change) {
  const { at } = change
  const ended = db.$with('ended').as(
    db
      .update(sessions)
      .set({ endedAt: at })
      .where(and(eq(sessions.personId, personId), isLive(at)))
      .returning({ tokenHash: sessions.tokenHash }),
  )
  const one = db.$with('one').as(db.select({ tokenHash: ended.tokenHash }).from(ended).limit(1))
  const [done] = await db
    .with(ended, one, changeFrom(db, change, one), sendFrom(db, send, personId, at, one))
    .select()
    .from(one)
  return done
}
