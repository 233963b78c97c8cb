import { and, eq, sql } from 'drizzle-orm'
import { activities, activityEvents, activitySeries, posts, shifts } from '../../../schema/volunteering/activities'
import { activityVersions } from '../../../schema/volunteering/versions'
import type { ActivityDecision } from '../../../shared/volunteering/activities'
import type { ActivitySnapshot, VersionCause } from '../../../shared/volunteering/versions'
import { intoAll, manyFrom } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { releaseFrom } from '../release-queries'
import { riskHashOf } from './versions'

const one = { id: sql<string>`id`.as('id') }

type Rows = {
  readonly shifts: Required<typeof shifts.$inferInsert>[]
  readonly posts: Required<typeof posts.$inferInsert>[]
}

/** An activity arrives whole: with its shifts and their posts, in one statement. */
export async function recordActivity(
  db: Db,
  made: Rows & { readonly activity: typeof activities.$inferInsert },
  at: Date,
  send: Send,
) {
  const row = db
    .$with('made')
    .as(db.insert(activities).values(made.activity).returning({ id: activities.id, version: activities.version }))
  const withShifts = db.$with('with_shifts').as(db.insert(shifts).values(made.shifts).returning({ id: shifts.id }))
  const withPosts = db.$with('with_posts').as(db.insert(posts).values(made.posts).returning({ id: posts.id }))
  const sent = sendFrom(db, send, made.activity.id, at, row)
  const [done] = await db.with(row, withShifts, withPosts, sent).select({ id: row.id }).from(row)
  return done
}

type DraftRows = Rows & { readonly activity: { readonly id: string } & Partial<typeof activities.$inferInsert> }

/** The draft as the form has it: the shifts and posts it had go, those of the form come. Undefined: lost the race. */
export async function recordDraft(db: Db, made: DraftRows, version: number, at: Date, send: Send) {
  const { id, ...columns } = made.activity
  const moved = db.$with('moved').as(
    db
      .update(activities)
      .set({ ...columns, version: version + 1 })
      .where(and(eq(activities.id, id), eq(activities.version, version), eq(activities.state, 'draft')))
      .returning({ id: activities.id }),
  )
  const noPosts = db.$with('no_posts', one).as(sql`
    delete from ${posts} p using ${shifts} s, ${moved} m where p.shift_id = s.id and s.activity_id = m.id returning p.id`)
  const noShifts = db.$with('no_shifts', one).as(sql`
    delete from ${shifts} s using ${moved} m where s.activity_id = m.id returning s.id`)
  const withShifts = db.$with('with_shifts').as(
    db
      .insert(shifts)
      .select(manyFrom(shifts, made.shifts, 'moved'))
      .returning({ id: shifts.id }),
  )
  const withPosts = db.$with('with_posts').as(
    db
      .insert(posts)
      .select(manyFrom(posts, made.posts, 'moved'))
      .returning({ id: posts.id }),
  )
  const [done] = await db
    .with(moved, noPosts, noShifts, withShifts, withPosts, sendFrom(db, send, id, at, moved))
    .select({ id: moved.id })
    .from(moved)
  return done
}

const VERSION_OF: { readonly [move in ActivityDecision['move']]?: VersionCause } = {
  submit: 'submit',
  publish: 'publish',
}

/**
 * State, journal, version and 第几期 in one statement; a cancelled activity lets go of everyone who has not come yet.
 * The number is drawn only once the activity is held, so a lost race leaves no gap. Undefined: lost the race.
 */
export async function recordActivityMove(
  db: Db,
  decision: ActivityDecision,
  eventId: string,
  send: Send,
  snapshot: ActivitySnapshot,
) {
  const { was, to, move, note, by, at } = decision
  const held = db.$with('held', one).as(sql`
    select a.id, a.series_id, a.series_issue from ${activities} a
    where a.id = ${was.id} and a.version = ${was.version} for update of a`)
  const counted = db.$with('counted', one).as(sql`
    update ${activitySeries} s set last = s.last + 1 from ${held} h
    where ${to === 'published'}::boolean and s.id = h.series_id and h.series_issue is null returning s.id, s.last`)
  const moved = db.$with('moved', one).as(sql`
    update ${activities} a set state = ${to}, version = ${was.version + 1},
      published_at = case when ${to === 'published'}::boolean then ${at.toISOString()}::timestamptz else a.published_at end,
      series_issue = coalesce((select c.last from ${counted} c), a.series_issue)
    from ${held} h where a.id = h.id returning a.id`)
  const entry = { id: eventId, activityId: was.id, move, note, by, at }
  const noted = db.$with('noted').as(
    db
      .insert(activityEvents)
      .select(db.select(intoAll(activityEvents, entry)).from(moved))
      .returning({ id: activityEvents.id }),
  )
  const cause = VERSION_OF[move]
  const next = { activityId: was.id, version: was.version + 1, snapshot, by, at }
  const [row] = await db
    .with(
      ...[held, counted, moved, noted, sendFrom(db, send, was.id, at, moved)],
      ...(cause ? [versionFrom(db, { ...next, cause }, moved)] : []),
      ...(to === 'cancelled' ? releaseFrom(db, moved, at) : []),
    )
    .select({ id: moved.id })
    .from(moved)
  return row
}

type Next = Omit<typeof activityVersions.$inferInsert, 'riskHash'>

/** The activity frozen beside the change that made it so. */
export const versionFrom = (db: Db, next: Next, from: Parameters<typeof sendFrom>[4]) =>
  db.$with('frozen').as(
    db
      .insert(activityVersions)
      .select(db.select(intoAll(activityVersions, { ...next, riskHash: riskHashOf(next.snapshot.riskZh) })).from(from))
      .returning({ version: activityVersions.version }),
  )
