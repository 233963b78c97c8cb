import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { activities, teams } from '../../../schema/volunteering/activities'
import type { Cursor } from '../../../shared/kit/page'
import type { Db } from '../../db/types'

/** Published activities that are over, the one that waits longest first. */
export const listUnsettled = (db: Db, now: Date, after: Cursor | null, size: number) =>
  db
    .select({
      activityId: activities.id,
      title: activities.title,
      teamName: teams.name,
      endsAt: activities.endsAt,
      unsettled: sql<number>`(select count(*)::int from sign_ups u where u.activity_id = "activities"."id"
        and u.state = 'approved' and not exists (select 1 from service_records r where r.sign_up_id = u.id))`,
    })
    .from(activities)
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .where(
      and(
        eq(activities.state, 'published'),
        lte(activities.endsAt, now),
        after ? sql`(${activities.endsAt}, ${activities.id}) > (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(activities.endsAt), asc(activities.id))
    .limit(size + 1)
