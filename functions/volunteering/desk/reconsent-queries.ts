import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Subquery } from 'drizzle-orm/subquery'
import { signUps } from '../../../schema/volunteering/hours'
import { reconsents } from '../../../schema/volunteering/versions'
import type { ReconsentAnswer } from '../../../shared/volunteering/reconsents'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { isNewest } from './sheet-queries'

/** The newest question of a sign-up. */
export async function findReconsent(db: Db, signUpId: string) {
  const [row] = await db
    .select()
    .from(reconsents)
    .where(eq(reconsents.signUpId, signUpId))
    .orderBy(desc(reconsents.askedAt), desc(reconsents.id))
    .limit(1)
  return row
}

/** The open questions of these sign-ups, each the newest of its own. */
export const listOpenReconsents = async (db: Db, signUpIds: readonly string[]) =>
  signUpIds.length === 0
    ? []
    : db
        .select({
          ...{ signUpId: reconsents.signUpId, answerBy: reconsents.answerBy },
          ...{ wasStartsAt: reconsents.wasStartsAt, wasEndsAt: reconsents.wasEndsAt },
        })
        .from(reconsents)
        .where(and(inArray(reconsents.signUpId, [...signUpIds]), isNull(reconsents.answer), isNewest))

/** 还能去: the answer alone. Undefined: answered or given up meanwhile. */
export async function recordStill(db: Db, id: string, signUpId: string, at: Date, send: Send) {
  const live = sql`exists (select 1 from ${signUps} u where u.id = "reconsents"."sign_up_id"
    and u.state in ('approved', 'offered'))`
  const answered = db.$with('answered').as(
    db
      .update(reconsents)
      .set({ answer: 'still', answeredAt: at })
      .where(and(eq(reconsents.id, id), isNull(reconsents.answer), live))
      .returning({ id: reconsents.id }),
  )
  const [done] = await db
    .with(answered, sendFrom(db, send, signUpId, at, answered))
    .select({ id: answered.id })
    .from(answered)
  return done
}

/** 去不了, beside the move of the sign-up in `moved`. */
export const answerFrom = (db: Db, id: string, answer: ReconsentAnswer, at: Date) => (moved: Subquery) =>
  db.$with('answered', { id: sql<string>`id`.as('id') }).as(sql`
    update ${reconsents} r set answer = ${answer}, answered_at = ${at.toISOString()}::timestamptz
    from ${moved} m where r.id = ${id} and r.sign_up_id = m.id and r.answer is null returning r.id`)
