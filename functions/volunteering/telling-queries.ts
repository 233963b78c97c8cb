import { asc, eq, gte } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import { activities } from '../../schema/volunteering/activities'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { Db } from '../db/types'

/** Journal rows of sign-ups from a moment on, oldest first. */
export const listUntoldMoves = (db: Db, from: Date, size: number) =>
  db
    .select({
      id: signUpEvents.id,
      move: signUpEvents.move,
      note: signUpEvents.note,
      by: signUpEvents.by,
      at: signUpEvents.at,
      personId: signUps.personId,
      startsAt: signUps.startsAt,
      endsAt: signUps.endsAt,
      offerUntil: signUps.offerUntil,
      title: activities.title,
    })
    .from(signUpEvents)
    .innerJoin(signUps, eq(signUps.id, signUpEvents.signUpId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(gte(signUpEvents.at, from))
    .orderBy(asc(signUpEvents.at), asc(signUpEvents.id))
    .limit(size)
export type UntoldMove = Awaited<ReturnType<typeof listUntoldMoves>>[number]

export const recordNews = (db: Db, news: (typeof notices.$inferInsert)[]) =>
  db.insert(notices).values(news).onConflictDoNothing()
