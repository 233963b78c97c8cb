import { asc, eq, sql } from 'drizzle-orm'
import { notices } from '../../../schema/notices'
import { activities, activityEvents, posts, volunteers } from '../../../schema/volunteering/activities'
import { calendarFeeds } from '../../../schema/volunteering/calendar'
import { signUpEvents, signUps } from '../../../schema/volunteering/hours'
import { intoAll } from '../../db/into'
import { moment, rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { ABOUT_FACTS, intoOutbox } from '../../notices/told-queries'

export async function findFeed(db: Db, personId: string) {
  const [row] = await db
    .select({ at: calendarFeeds.at })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
  return row
}

export async function recordFeed(db: Db, send: Send, row: { personId: string; tokenHash: string; at: Date }) {
  const { personId, tokenHash, at } = row
  const made = db.$with('made').as(
    db
      .insert(calendarFeeds)
      .select(db.select(intoAll(calendarFeeds, row)).from(sql`(values (1)) as one(n)`))
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: { tokenHash, at } })
      .returning({ personId: calendarFeeds.personId }),
  )
  await db
    .with(made, sendFrom(db, send, personId, at, made))
    .select()
    .from(made)
}

export async function recordFeedEnd(db: Db, send: Send, personId: string, at: Date) {
  const ended = db
    .$with('ended')
    .as(
      db
        .delete(calendarFeeds)
        .where(eq(calendarFeeds.personId, personId))
        .returning({ personId: calendarFeeds.personId }),
    )
  await db
    .with(ended, sendFrom(db, send, personId, at, ended))
    .select()
    .from(ended)
}

export const FEED_MAX = 300

/** The sign-ups of whoever holds the address, from a day on; null where nobody does. */
export async function listFeedRows(db: Db, tokenHash: string, from: Date) {
  const changedAt = sql<string>`greatest(
    (select max(e.at) from ${signUpEvents} e where e.sign_up_id = "sign_ups"."id"),
    (select max(e.at) from ${activityEvents} e where e.activity_id = "activities"."id"), "sign_ups"."created_at")`
  const rows = await db
    .select({
      personId: calendarFeeds.personId,
      at: calendarFeeds.at,
      signUpId: signUps.id,
      state: signUps.state,
      signUpVersion: signUps.version,
      activityVersion: activities.version,
      activityState: activities.state,
      title: activities.title,
      placeZh: activities.placeZh,
      contactZh: activities.contactZh,
      postName: posts.name,
      startsAt: signUps.startsAt,
      endsAt: signUps.endsAt,
      changedAt,
    })
    .from(calendarFeeds)
    .leftJoin(
      signUps,
      sql`${signUps.personId} = ${calendarFeeds.personId} and ${signUps.endsAt} >= ${from.toISOString()}::timestamptz`,
    )
    .leftJoin(activities, eq(activities.id, signUps.activityId))
    .leftJoin(posts, eq(posts.id, signUps.postId))
    .where(eq(calendarFeeds.tokenHash, tokenHash))
    .orderBy(asc(signUps.startsAt), asc(signUps.id))
    .limit(FEED_MAX)
  return rows.length === 0 ? null : rows
}
export type FeedRow = NonNullable<Awaited<ReturnType<typeof listFeedRows>>>[number]

/**
 * 提醒 of what begins within a day, one a sign-up and beginning: a shift that was moved is reminded of again. What was withdrawn or
 * cancelled meanwhile is not; running twice adds nothing.
 */
export async function recordReminders(db: Db, at: Date, until: Date) {
  const clock = sql`to_char(u.starts_at at time zone 'UTC' + interval '8 hours', 'FMMM月FMDD日 HH24:MI')`
  const rows = await rowsOf<unknown>(
    db,
    sql`with due as (select md5('remind:' || u.id || ':' || u.starts_at) as id, u.person_id, 'remind:' || u.id || ':' || u.starts_at as cause, '活动快开始了' as title,
      '“' || a.title || '”' || ${clock} || ' 开始，' || a.place_zh || '。去不了请尽早取消，把名额让给别人。' as text,
      '/pages/volunteering/mine' as link, ${moment(at)} as at, a.title as about, u.id as sign_up_id
    from ${signUps} u join ${activities} a on a.id = u.activity_id join ${volunteers} v on v.person_id = u.person_id
    where u.state = 'approved' and a.state = 'published' and u.starts_at > ${moment(at)} and u.starts_at <= ${moment(until)}
      and u.created_at < u.starts_at - interval '2 hours'),
    written as (insert into ${notices} (id, person_id, cause, title, text, link, at)
      select id, person_id, cause, title, text, link, at from due on conflict do nothing returning id),
    told as (select d.* from due d join written w on w.id = d.id),
    queued as (${intoOutbox('activity', { facts: ABOUT_FACTS, signUpId: sql`t.sign_up_id` })} returning id)
    select id from written`,
  )
  return rows.length
}
