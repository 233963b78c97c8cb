import { LONG_PAST } from '../../schema/seed/demo/activities'
import { activities, activityEvents, posts, shifts } from '../../schema/volunteering/activities'
import { attendanceEvents, hoursLedger, serviceRecords, signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { Db } from '../db/types'
import type { Show } from './activity-steps'
import { longPastOf } from './long-past'
import { visitsOf } from './visits'

/** Months of service, laid down row by row as the actions would have left them: played one by one they would keep a first start waiting. */
export async function seedLongPast(db: Db, show: Show) {
  const all = LONG_PAST.map((_, i) => longPastOf(show, i))
  const visits = all.flatMap(visitsOf(show))
  await db
    .insert(activities)
    .values(all.map(({ activity }) => activity))
    .onConflictDoNothing()
  await db
    .insert(activityEvents)
    .values(all.flatMap(({ events }) => events))
    .onConflictDoNothing()
  await db
    .insert(shifts)
    .values(all.map(({ shift }) => shift))
    .onConflictDoNothing()
  await db
    .insert(posts)
    .values(all.flatMap((past) => past.posts))
    .onConflictDoNothing()
  await db
    .insert(signUps)
    .values(visits.map(({ signUp }) => signUp))
    // Named, since the overlap of two promises is only judged when a statement ends and cannot be skipped.
    .onConflictDoNothing({ target: signUps.id })
  await db
    .insert(signUpEvents)
    .values(visits.map(({ born }) => born))
    .onConflictDoNothing()
  await db
    .insert(attendanceEvents)
    .values(visits.flatMap(({ shown }) => shown))
    .onConflictDoNothing()
  await db
    .insert(serviceRecords)
    .values(visits.map(({ record }) => record))
    .onConflictDoNothing()
  await db
    .insert(hoursLedger)
    .values(visits.map(({ grant }) => grant))
    .onConflictDoNothing()
}
