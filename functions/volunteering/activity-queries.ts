import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { activities, posts, shifts, teams, volunteers } from '../../schema/volunteering/activities'
import { signUps } from '../../schema/volunteering/hours'
import { qualificationKinds } from '../../schema/volunteering/qualification-kinds'
import { teamMembers } from '../../schema/volunteering/teams'
import type { LngLat } from '../../shared/kit/geo'
import type { Cursor } from '../../shared/kit/page'
import { type Actor, holdsAny } from '../../shared/people/roles'
import type { ActivityState } from '../../shared/volunteering/activities'
import { SEATED_SIGN_UPS } from '../../shared/volunteering/sign-ups'
import { inBox, metresBetween } from '../db/places'
import type { Db } from '../db/types'

const seats = (column: 'capacity' | 'taken') => sql<number>`(select coalesce(sum(p.${sql.raw(column)}), 0)::int
  from ${posts} p join ${shifts} s on s.id = p.shift_id where s.activity_id = "activities"."id")`

const unsettled = sql<number>`(select count(*)::int from ${signUps} u where u.activity_id = "activities"."id"
  and u.state = 'approved' and not exists (select 1 from service_records r where r.sign_up_id = u.id))`

const ofShifts = (what: SQL) =>
  sql<number>`(select ${what}::int from ${shifts} s where s.activity_id = "activities"."id")`

const shown = {
  ...getTableColumns(activities),
  teamName: teams.name,
  capacity: seats('capacity'),
  taken: seats('taken'),
  shiftCount: ofShifts(sql`count(*)`),
  capMinutes: ofShifts(sql`coalesce(max(s.cap_minutes), 0)`),
}

/** Drafts and reviews are the staff's; what was never published stays theirs, and is not there for anyone else. */
const visibleTo = (who: Actor) =>
  holdsAny(who, ['admin', 'reviewer']) ? sql`true` : or(isNotNull(activities.publishedAt), isLedBy(who))

/** By who leads the team or a team above it. */
const isLedBy = ({ id }: Actor) => sql<boolean>`(${id} <> '' and exists (with recursive up(id, parent_id) as (
  select t.id, t.parent_id from ${teams} t where t.id = "activities"."team_id"
  union select t.id, t.parent_id from ${teams} t join up on t.id = up.parent_id)
  select 1 from up join ${teamMembers} m on m.team_id = up.id
  where m.person_id = ${id} and m.state = 'active' and m.role = 'lead'))`

export async function findActivity(db: Db, who: Actor, id: string) {
  const [row] = await db
    .select({ ...shown, unsettled, isLed: isLedBy(who) })
    .from(activities)
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .where(and(eq(activities.id, id), visibleTo(who)))
  return row
}
export type ActivityRow = NonNullable<Awaited<ReturnType<typeof findActivity>>>

export type ActivityFilter = {
  readonly states: readonly ActivityState[]
  readonly now: Date
  readonly startsBefore: Date | null
  readonly isOpen: boolean
  readonly near: (LngLat & { readonly withinM: number }) | null
  readonly after: Cursor | null
  readonly size: number
  readonly teamIds?: readonly string[]
  /** Only what this person leads. */
  readonly ledBy?: Actor | null
}

/** One row more than asked, to know whether there is a next page. */
export function listActivities(db: Db, filter: ActivityFilter) {
  const { states, now, startsBefore, near, after, size } = filter
  const distance = near
    ? metresBetween(activities, { lng: sql`${near.lng}::float8`, lat: sql`${near.lat}::float8` })
    : null
  return db
    .select({ ...shown, distanceM: distance ?? sql<number | null>`null::float8` })
    .from(activities)
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .where(
      and(
        inArray(activities.state, [...states]),
        gt(activities.endsAt, now),
        filter.teamIds ? inArray(activities.teamId, [...filter.teamIds]) : undefined,
        filter.ledBy ? isLedBy(filter.ledBy) : undefined,
        startsBefore ? lt(activities.startsAt, startsBefore) : undefined,
        filter.isOpen ? openAt(now) : undefined,
        near && distance ? and(inBox(activities, near, near.withinM), lte(distance, near.withinM)) : undefined,
        after ? sql`(${activities.startsAt}, ${activities.id}) > (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .limit(size + 1)
}

const openAt = (now: Date) =>
  and(
    lte(activities.signUpFrom, now),
    gt(activities.signUpEndsAt, now),
    sql`exists (select 1 from ${posts} p join ${shifts} s on s.id = p.shift_id where s.activity_id = "activities"."id"
      and s.ends_at > ${now.toISOString()}::timestamptz and p.taken < p.capacity)`,
  )

/** What a shift demands, joined by its kind. */
export const demanded = { id: qualificationKinds.id, zh: qualificationKinds.zh, wayZh: qualificationKinds.wayZh }

/** A row per post, in the order of the screen. */
export const listPosts = (db: Db, activityId: string) =>
  db
    .select({ shift: shifts, post: posts, demand: demanded })
    .from(shifts)
    .innerJoin(posts, eq(posts.shiftId, shifts.id))
    .leftJoin(qualificationKinds, eq(qualificationKinds.id, shifts.qualificationId))
    .where(eq(shifts.activityId, activityId))
    .orderBy(asc(shifts.startsAt), asc(shifts.id), asc(posts.seq))

export async function findActivityOfShift(db: Db, shiftId: string) {
  const [row] = await db.select({ activityId: shifts.activityId }).from(shifts).where(eq(shifts.id, shiftId))
  return row?.activityId
}

/** The first who hold a seat. */
export const listSeatedNames = (db: Db, activityId: string, size: number) =>
  db
    .select({ name: volunteers.displayName })
    .from(signUps)
    .innerJoin(volunteers, eq(volunteers.personId, signUps.personId))
    .where(and(eq(signUps.activityId, activityId), inArray(signUps.state, [...SEATED_SIGN_UPS])))
    .orderBy(asc(signUps.createdAt), asc(signUps.id))
    .limit(size)

/** All that became of one person's sign-ups in this activity, oldest first. */
export const listSignUpsOf = (db: Db, personId: string, activityId: string) =>
  db
    .select({
      signUp: signUps,
      postName: posts.name,
      leaderId: shifts.leaderId,
      shift: { startsAt: shifts.startsAt, endsAt: shifts.endsAt },
      isHere: sql<boolean>`exists (select 1 from attendance_events e where e.sign_up_id = ${signUps.id})`,
    })
    .from(signUps)
    .innerJoin(posts, eq(posts.id, signUps.postId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .where(and(eq(signUps.personId, personId), eq(signUps.activityId, activityId)))
    .orderBy(asc(signUps.createdAt), asc(signUps.id))
