import { and, eq, sql } from 'drizzle-orm'
import type { Subquery } from 'drizzle-orm/subquery'
import { activities, posts } from '../../schema/volunteering/activities'
import { attendanceEvents, signUpEvents, signUps } from '../../schema/volunteering/hours'
import { SYSTEM } from '../../shared/volunteering/sign-ups'
import type { Db } from '../db/types'

/**
 * Lets go of the seats and the time of everyone signed up for the activity in `from` who has not come yet;
 * whoever is inside keeps the measured minutes. Journal ids are made of the sign-up, so a second run adds nothing.
 */
export function releaseFrom(db: Db, from: Subquery, at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`
  const id = { id: sql<string>`id`.as('id') }
  const leaving = db.$with('leaving', id).as(sql`
    select u.id, u.post_id, u.state in ('approved', 'offered') as seated
    from ${signUps} u join ${from} a on a.id = u.activity_id
    where u.state in ('applied', 'approved', 'waitlisted', 'offered')
      and not exists (select 1 from ${attendanceEvents} e where e.sign_up_id = u.id)
    for update of u`)
  const released = db.$with('released', id).as(sql`
    update ${signUps} u set state = 'cancelled_by_org', offer_until = null, version = u.version + 1
    from ${leaving} l where u.id = l.id returning u.id`)
  const freed = db.$with('freed', id).as(sql`
    update ${posts} p set taken = p.taken - gone.n
    from (select post_id, count(*)::int as n from ${leaving} where seated group by post_id) gone
    where p.id = gone.post_id returning p.id`)
  const told = db.$with('told', id).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select 'cancel.' || r.id, r.id, 'cancel', '', ${SYSTEM.id}, ${moment} from ${released} r returning id`)
  return [leaving, released, freed, told] as const
}

/** Once more for a sign-up that slipped in while its activity was being cancelled; from then on none can. */
export async function releaseStragglers(db: Db, activityId: string, at: Date) {
  const gone = db.$with('gone').as(
    db
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.id, activityId), eq(activities.state, 'cancelled'))),
  )
  await db
    .with(gone, ...releaseFrom(db, gone, at))
    .select({ id: gone.id })
    .from(gone)
}
