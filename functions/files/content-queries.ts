import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { contentChecks } from '../../schema/files'
import { people } from '../../schema/people'
import { wechatPushes } from '../../schema/wechat'
import type { ContentState } from '../../shared/files/content'
import type { Db } from '../db/types'

export type NewCheck = typeof contentChecks.$inferInsert

/** A picture is sent twice at most. */
export const TRIES_MAX = 2

export const recordCheck = (db: Db, check: NewCheck) => db.insert(contentChecks).values(check)

export const recordPush = (db: Db, push: typeof wechatPushes.$inferInsert) =>
  db.insert(wechatPushes).values(push).onConflictDoNothing()

/** Every pending check whose answer has come is settled by it; what could not be fetched is sent once more. */
export async function settleChecks(db: Db, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`
  const isAgain = sql`p.said = 'unreachable' and c.tries < ${TRIES_MAX}`
  await db.execute(sql`update ${contentChecks} c set
      state = case when ${isAgain} then 'waiting' when p.said = 'unreachable' then 'unknown' else p.said end,
      label = p.label, next_at = case when ${isAgain} then ${at} end,
      settled_at = case when ${isAgain} then null else ${at} end
    from ${wechatPushes} p where p.id = c.trace_id and p.said is not null and c.state = 'pending'`)
}

/** Takes what waits, for a while: two servers never send one picture at the same time. */
export async function claimPictures(db: Db, now: Date, until: Date, size: number) {
  const due = db
    .select({ id: contentChecks.id })
    .from(contentChecks)
    .where(and(isNotNull(contentChecks.nextAt), lte(contentChecks.nextAt, now), eq(contentChecks.state, 'waiting')))
    .orderBy(contentChecks.nextAt)
    .limit(size)
    .for('update', { skipLocked: true })
  const taken = db.$with('taken').as(
    db
      .update(contentChecks)
      .set({ nextAt: until, tries: sql`${contentChecks.tries} + 1` })
      .where(inArray(contentChecks.id, due))
      .returning({
        id: contentChecks.id,
        fileId: contentChecks.subjectId,
        tries: contentChecks.tries,
        personId: contentChecks.personId,
      }),
  )
  return db
    .with(taken)
    .select({ id: taken.id, fileId: taken.fileId, tries: taken.tries, openid: people.openid })
    .from(taken)
    .innerJoin(people, eq(people.id, taken.personId))
}

type Step = {
  readonly state: ContentState
  readonly traceId: string | null
  readonly nextAt: Date | null
  readonly at: Date
}

/** Where the sending of a picture ended; a step back to waiting gives it its other try. */
export const recordStep = (db: Db, id: string, { state, traceId, nextAt, at }: Step) =>
  db
    .update(contentChecks)
    .set({ state, traceId, nextAt, settledAt: nextAt === null ? at : null })
    .where(and(eq(contentChecks.id, id), eq(contentChecks.state, 'waiting')))

/** Answers that never came. */
export const giveUpPending = (db: Db, now: Date) =>
  db
    .update(contentChecks)
    .set({ state: 'unknown', nextAt: null, settledAt: now })
    .where(and(eq(contentChecks.state, 'pending'), lte(contentChecks.nextAt, now)))

export async function findOpenid(db: Db, personId: string) {
  const [row] = await db.select({ openid: people.openid }).from(people).where(eq(people.id, personId))
  return row?.openid ?? null
}

/** The latest check of each subject. */
export const listChecks = (db: Db, subjects: readonly string[]) =>
  db
    .selectDistinctOn([contentChecks.subjectId], {
      subjectId: contentChecks.subjectId,
      state: contentChecks.state,
      label: contentChecks.label,
    })
    .from(contentChecks)
    .where(inArray(contentChecks.subjectId, [...subjects]))
    .orderBy(contentChecks.subjectId, sql`${contentChecks.at} desc`)
