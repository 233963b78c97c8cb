import { and, asc, desc, eq, gt, inArray, not, type SQL, sql } from 'drizzle-orm'
import { activities, posts, shifts } from '../../schema/volunteering/activities'
import { serviceRecords, signUps } from '../../schema/volunteering/hours'
import type { Cursor } from '../../shared/kit/page'
import { COMING_SIGN_UPS, type MySignUpList } from '../../shared/volunteering/my-sign-ups'
import type { Db } from '../db/types'
import { isAppealed, markedAt } from './appeal-queries'

type Asked = {
  readonly list: MySignUpList
  readonly now: Date
  readonly after: Cursor | null
  readonly size: number
}

/** One person's sign-ups: those to come soonest first, the others latest first; a row more than asked. */
export function listMySignUps(db: Db, personId: string, { list, now, after, size }: Asked) {
  const coming = and(gt(signUps.endsAt, now), inArray(signUps.state, [...COMING_SIGN_UPS])) ?? sql`true`
  const beyond = list === 'coming' ? sql`>` : sql`<`
  const order = list === 'coming' ? asc : desc
  return rows(
    db,
    and(
      eq(signUps.personId, personId),
      list === 'coming' ? coming : not(coming),
      after ? sql`(${signUps.startsAt}, ${signUps.id}) ${beyond} (${after.at}::timestamptz, ${after.id})` : undefined,
    ),
  )
    .orderBy(order(signUps.startsAt), order(signUps.id))
    .limit(size + 1)
}

const rows = (db: Db, where: SQL | undefined) =>
  db
    .select({
      signUp: signUps,
      shift: shifts,
      postName: posts.name,
      activity: {
        id: activities.id,
        title: activities.title,
        kind: activities.kind,
        state: activities.state,
        coverKey: activities.coverKey,
        placeZh: activities.placeZh,
      },
      recordId: serviceRecords.id,
      markedAt: markedAt(signUps.id),
      isAppealed: isAppealed(signUps.id),
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(posts, eq(posts.id, signUps.postId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .leftJoin(serviceRecords, eq(serviceRecords.signUpId, signUps.id))
    .where(where)
