import { and, asc, eq } from 'drizzle-orm'
import { posts, shifts } from '../../schema/volunteering/activities'
import { postChanges } from '../../schema/volunteering/sign-up-rules'
import type { WideningDecision } from '../../shared/volunteering/rolls'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { widenFrom } from './move-queries'

export const listPostsOfShift = (db: Db, shiftId: string) =>
  db
    .select({ id: posts.id, name: posts.name, capacity: posts.capacity, taken: posts.taken })
    .from(posts)
    .where(eq(posts.shiftId, shiftId))
    .orderBy(asc(posts.seq))

export async function findPost(db: Db, id: string, shiftId: string) {
  const [row] = await db
    .select({
      ...{ id: posts.id, name: posts.name, shiftId: posts.shiftId, capacity: posts.capacity },
      ...{ startsAt: shifts.startsAt, endsAt: shifts.endsAt },
    })
    .from(posts)
    .innerJoin(shifts, eq(shifts.id, posts.shiftId))
    .where(and(eq(posts.id, id), eq(posts.shiftId, shiftId)))
  return row
}

type Entry = { readonly eventId: string; readonly until: Date | null; readonly send: Send }

/** Capacity, offers down the queue, journal and send in one statement. Undefined: the capacity had moved meanwhile. */
export async function recordWidening(db: Db, decision: WideningDecision, { eventId, until, send }: Entry) {
  const { post, more, note, by, at } = decision
  const asked = { shiftId: post.shiftId, postId: post.id, more, was: post.capacity, at }
  const { widened, all } = widenFrom(db, asked, { eventId, until })
  const row = { id: eventId, postId: post.id, was: post.capacity, is: post.capacity + more, note, by, at }
  const noted = db.$with('noted').as(
    db
      .insert(postChanges)
      .select(db.select(intoAll(postChanges, row)).from(widened))
      .returning({ id: postChanges.id }),
  )
  const [done] = await db
    .with(...all, noted, sendFrom(db, send, post.shiftId, at, widened))
    .select({ id: widened.id })
    .from(widened)
  return done
}
