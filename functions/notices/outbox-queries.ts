import { and, desc, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { acceptances, outbox } from '../../schema/notices'
import { people } from '../../schema/people'
import type { OutboxState } from '../../shared/notices/outbox'
import type { MessageKind } from '../../shared/notices/templates'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export const listAcceptances = (db: Db, personId: string) =>
  db
    .select({ kind: acceptances.kind, left: acceptances.left })
    .from(acceptances)
    .where(eq(acceptances.personId, personId))

const LEFT_MAX = 1_000

/** One more of each kind, with the sender's key: a resend raises nothing twice. */
export async function recordAcceptances(db: Db, send: Send, kinds: readonly MessageKind[], at: Date) {
  const rows = [...new Set(kinds)].map((kind) => ({ personId: send.personId, kind, left: 1, at }))
  const raised = db.$with('raised').as(
    db
      .insert(acceptances)
      .values(rows)
      .onConflictDoUpdate({
        target: [acceptances.personId, acceptances.kind],
        set: { left: sql`least(${acceptances.left} + 1, ${LEFT_MAX}::int)`, at },
      })
      .returning({ kind: acceptances.kind }),
  )
  const one = db.$with('one').as(db.select({ kind: raised.kind }).from(raised).limit(1))
  await db
    .with(raised, one, sendFrom(db, send, send.personId, at, one))
    .select()
    .from(one)
}

const OPEN: OutboxState[] = ['queued', 'sending']

/**
 * Takes messages whose time has come, one a person at most and none of a person who is being sent another:
 * the rows are locked, and what a worker dropped half-way comes back when its lease is over.
 */
export async function claimMessages(db: Db, now: Date, lease: Date, size: number) {
  const at = sql`${now.toISOString()}::timestamptz`
  // Locking the person makes two workers who look at the same moment take turns.
  const due = sql`select distinct on (o.person_id) o.id from ${outbox} o
    where o.state in ('queued', 'sending') and o.next_at <= ${at}
      and o.person_id in (select p.id from ${people} p
        where p.id in (select w.person_id from ${outbox} w where w.next_at <= ${at} and w.state in ('queued', 'sending')
          order by w.next_at limit ${size})
        for update skip locked)
      and not exists (select 1 from ${outbox} b
        where b.person_id = o.person_id and b.state = 'sending' and b.next_at > ${at})
    order by o.person_id, o.at, o.id`
  const taken = db.$with('taken').as(
    db
      .update(outbox)
      .set({ state: 'sending', tries: sql`${outbox.tries} + 1`, nextAt: lease })
      .where(and(sql`${outbox.id} in (${due})`, inArray(outbox.state, OPEN), lte(outbox.nextAt, now)))
      .returning({
        ...{ id: outbox.id, noticeId: outbox.noticeId, personId: outbox.personId, kind: outbox.kind },
        ...{ facts: outbox.facts, caseId: outbox.caseId, ear: outbox.ear, tries: outbox.tries },
        ...{ signUpId: outbox.signUpId, about: outbox.about, aboutId: outbox.aboutId },
      }),
  )
  return db.with(taken).select().from(taken)
}
export type Claimed = Awaited<ReturnType<typeof claimMessages>>[number]

/** Whom it goes to as of now, and whether they still accept it. */
export async function findReceiver(db: Db, { personId, noticeId, kind }: Claimed) {
  const [row] = await db
    .select({
      openid: people.openid,
      disabledAt: people.disabledAt,
      link: sql<string | null>`(select n.link from notices n where n.id = ${noticeId} and n.person_id = ${personId})`,
      left: sql<number>`coalesce((select a.left from ${acceptances} a
        where a.person_id = ${personId} and a.kind = ${kind}), 0)`.mapWith(Number),
    })
    .from(people)
    .where(eq(people.id, personId))
  return row
}

type Ended = {
  readonly state: OutboxState
  readonly nextAt: Date | null
  readonly at: Date
  readonly why: string
  /** What the send does to the acceptance: one used, or none left. */
  readonly left: 'used' | 'none' | 'kept'
}

/** Where the try ended and what is left of the acceptance, together; only of the try that was claimed. */
export async function recordTry(db: Db, { id, tries, personId, kind }: Claimed, ended: Ended) {
  const { state, nextAt, at, why, left } = ended
  const moved = db.$with('moved').as(
    db
      .update(outbox)
      .set({ state, nextAt, lastError: why, endedAt: nextAt === null ? at : null })
      .where(and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.tries, tries)))
      .returning({ id: outbox.id }),
  )
  const lowered = db.$with('lowered').as(
    db
      .update(acceptances)
      .set({ left: left === 'none' ? 0 : sql`greatest(${acceptances.left} - 1, 0)` })
      .where(
        and(
          eq(acceptances.personId, personId),
          eq(acceptances.kind, kind),
          sql`${left !== 'kept'}`,
          sql`exists (select 1 from moved)`,
        ),
      )
      .returning({ kind: acceptances.kind }),
  )
  await db.with(moved, lowered).select().from(moved)
}

export async function countOutbox(db: Db, since: Date) {
  return db
    .select({ state: outbox.state, n: sql<number>`count(*)`.mapWith(Number) })
    .from(outbox)
    .where(gte(outbox.at, since))
    .groupBy(outbox.state)
}

const DEAD_MAX = 100

export const listDead = (db: Db) =>
  db
    .select({
      ...{ id: outbox.id, kind: outbox.kind, facts: outbox.facts, tries: outbox.tries },
      ...{ why: outbox.lastError, at: outbox.at },
    })
    .from(outbox)
    .where(and(eq(outbox.state, 'dead'), isNotNull(outbox.endedAt)))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(DEAD_MAX)

/** Undefined means it is not dead any more. */
export async function recordMove(db: Db, send: Send, id: string, move: 'again' | 'drop', at: Date) {
  const change =
    move === 'again'
      ? { state: 'queued' as const, tries: 0, nextAt: at, endedAt: null }
      : { state: 'dropped' as const, endedAt: at }
  const moved = db.$with('moved').as(
    db
      .update(outbox)
      .set(change)
      .where(and(eq(outbox.id, id), eq(outbox.state, 'dead')))
      .returning({ id: outbox.id }),
  )
  const [row] = await db
    .with(moved, sendFrom(db, send, id, at, moved))
    .select()
    .from(moved)
  return row
}

export async function findMessage(db: Db, id: string) {
  const [row] = await db.select({ state: outbox.state }).from(outbox).where(eq(outbox.id, id))
  return row
}
