import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import { activities } from '../../schema/volunteering/activities'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { Db } from '../db/types'
import { ABOUT_FACTS, intoOutbox } from '../notices/told-queries'

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

export type News = {
  readonly id: string
  readonly personId: string
  readonly cause: string
  readonly title: string
  readonly text: string
  readonly link: string
  readonly at: Date
  /** Of the activity. */
  readonly about: string
}

/** One notice each and, for whoever accepts it, one message, by one statement; telling again changes nothing. */
export const recordNews = (db: Db, news: readonly News[]) => {
  const rows = news.map(
    ({ id, personId, cause, title, text, link, at, about }) =>
      sql`(${id}::text, ${personId}::text, ${cause}::text, ${title}::text, ${text}::text, ${link}::text, ${at.toISOString()}::timestamptz, ${about}::text)`,
  )
  return db.execute(sql`with news (id, person_id, cause, title, text, link, at, about) as (values ${sql.join(rows, sql`, `)}),
    written as (insert into ${notices} (id, person_id, cause, title, text, link, at)
      select id, person_id, cause, title, text, link, at from news on conflict do nothing returning id),
    told as (select n.* from news n join written w on w.id = n.id)
    ${intoOutbox('activity', { facts: ABOUT_FACTS })}`)
}

/** A reminder is for who still comes: neither withdrawn, nor handed over, nor of an activity that is cancelled. */
export async function isStillSignedUp(db: Db, signUpId: string, personId: string) {
  const [row] = await db
    .select({ id: signUps.id })
    .from(signUps)
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(
      and(
        eq(signUps.id, signUpId),
        eq(signUps.personId, personId),
        eq(signUps.state, 'approved'),
        eq(activities.state, 'published'),
      ),
    )
  return row !== undefined
}
