import { and, eq, type InferInsertModel, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { activities, activityEvents, posts, shifts } from '../../../schema/volunteering/activities'
import {
  serviceOrderContactReads,
  serviceOrderContacts,
  serviceOrderEvents,
  serviceOrderPhotos,
  serviceOrderRatings,
  serviceOrders,
} from '../../../schema/volunteering/orders'
import { CONTACT_READS_AN_HOUR } from '../../../shared/reports/contact'
import type { OrderDecision } from '../../../shared/volunteering/orders/decide'
import { ORDER_ENDS } from '../../../shared/volunteering/orders/moves'
import { intoAll, manyFrom } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

type NewOrder = Required<typeof serviceOrders.$inferInsert>
type Contact = Omit<typeof serviceOrderContacts.$inferInsert, 'orderId'> | null

/** The order, its first journal row and the sealed contact in one statement. */
export async function recordOrder(db: Db, row: NewOrder, contact: Contact, eventId: string, send: Send) {
  const made = db.$with('made').as(db.insert(serviceOrders).values(row).returning({ id: serviceOrders.id }))
  const event = {
    ...{ id: eventId, orderId: row.id, version: 0, cycle: 1, move: 'submit' as const },
    ...{ teamId: null, note: '', by: row.personId, at: row.at },
  }
  const noted = db.$with('noted').as(
    db
      .insert(serviceOrderEvents)
      .select(db.select(intoAll(serviceOrderEvents, event)).from(made))
      .returning({ id: serviceOrderEvents.id }),
  )
  const kept = contact
    ? [
        db.$with('kept').as(
          db
            .insert(serviceOrderContacts)
            .select(db.select(intoAll(serviceOrderContacts, { ...contact, orderId: row.id })).from(made))
            .returning({ orderId: serviceOrderContacts.orderId }),
        ),
      ]
    : []
  await db
    .with(made, noted, ...kept, sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

/** 小活动, whole. */
export type SmallRows = {
  readonly activity: Required<typeof activities.$inferInsert>
  readonly shift: Required<typeof shifts.$inferInsert>
  readonly post: Required<typeof posts.$inferInsert>
  readonly eventId: string
}
type More = {
  readonly eventId: string
  readonly activityId: string | null
  readonly small: SmallRows | null
  readonly send: Send | null
}

/**
 * One step of an order with its journal row, photos, rating and the small activity it is given, in one statement.
 * Undefined: somebody else was quicker; of many claims the first one to move the row wins.
 */
export async function recordOrderMove(db: Db, decision: OrderDecision, { eventId, activityId, small, send }: More) {
  const { was, is, ask, by, at } = decision
  const { keepsActivity, ...changes } = is
  const open = sql`(${ask.masterId}::text is null or exists (select 1 from service_orders m where m.id = ${ask.masterId}::text
    and m.state not in ${[...ORDER_ENDS]}))`
  const moved = db.$with('moved').as(
    db
      .update(serviceOrders)
      .set({
        ...changes,
        ...(ask.move === 'merge' ? { masterId: ask.masterId } : {}),
        ...(ask.agreedAt ? { agreedAt: ask.agreedAt } : {}),
        ...(activityId ? { activityId } : keepsActivity ? {} : { activityId: null, agreedAt: null }),
      })
      .where(
        and(
          eq(serviceOrders.id, was.id),
          eq(serviceOrders.state, was.state),
          eq(serviceOrders.version, was.version),
          ask.move === 'merge' ? open : undefined,
        ),
      )
      .returning({ id: serviceOrders.id }),
  )
  const event = {
    ...{ id: eventId, orderId: was.id, version: is.version, cycle: was.cycle, move: ask.move },
    ...{ teamId: is.teamId ?? was.teamId, note: ask.note, by, at },
  }
  const noted = db.$with('noted').as(
    db
      .insert(serviceOrderEvents)
      .select(db.select(intoAll(serviceOrderEvents, event)).from(moved))
      .returning({ id: serviceOrderEvents.id }),
  )
  const parts = [...photosFrom(db, ask.photos, eventId), ...ratingFrom(db, decision), ...smallFrom(db, small)]
  const sent = send ? [sendFrom(db, send, was.id, at, moved)] : []
  const [row] = await db
    .with(moved, noted, ...parts, ...sent)
    .select()
    .from(moved)
  return row
}

/** Rows that land only where the order moved. */
const into = <T extends PgTable>(db: Db, name: string, table: T, rows: readonly Required<InferInsertModel<T>>[]) =>
  db.$with(name).as(
    db
      .insert(table)
      .select(manyFrom(table, rows, 'moved'))
      .returning({ one: sql<number>`1`.as('one') }),
  )

function photosFrom(db: Db, ids: readonly string[], eventId: string) {
  if (ids.length === 0) return []
  const rows = ids.map((fileId, ordinal) => ({ fileId, eventId, ordinal }))
  return [into(db, 'shown', serviceOrderPhotos, rows)]
}

function ratingFrom(db: Db, { was, ask, by, at }: OrderDecision) {
  if (ask.move !== 'rate') return []
  const row = {
    ...{ orderId: was.id, cycle: was.cycle, teamId: was.teamId ?? '', personId: by },
    ...{ stars: ask.stars ?? 0, words: ask.note, at },
  }
  return [into(db, 'rated', serviceOrderRatings, [row])]
}

function smallFrom(db: Db, small: SmallRows | null) {
  if (!small) return []
  const { activity, shift, post, eventId } = small
  const note = { id: eventId, activityId: activity.id, move: 'submit' as const, note: '', by: activity.createdBy }
  const noted = { ...note, at: activity.createdAt }
  return [
    into(db, 'small_activity', activities, [activity]),
    into(db, 'small_shift', shifts, [shift]),
    into(db, 'small_post', posts, [post]),
    into(db, 'small_noted', activityEvents, [noted]),
  ]
}

type Read = Required<typeof serviceOrderContactReads.$inferInsert>

/** The journal row and the sealed contact in one statement: nothing is read that is not written down. Undefined: too many lately. */
export async function recordOrderContactRead(db: Db, send: Send, read: Read, since: Date) {
  const lately = sql`(select count(*) from ${serviceOrderContactReads} r where r.by = ${read.by}
    and r.at >= ${since.toISOString()}::timestamptz)`
  const noted = db.$with('noted').as(
    db
      .insert(serviceOrderContactReads)
      .select(
        db
          .select(intoAll(serviceOrderContactReads, read))
          .from(sql`(values (1)) as one(n)`)
          .where(sql`${lately} < ${CONTACT_READS_AN_HOUR}`),
      )
      .returning({ orderId: serviceOrderContactReads.orderId, id: serviceOrderContactReads.id }),
  )
  const { alg, keyId, sealed } = serviceOrderContacts
  const [row] = await db
    .with(noted, sendFrom(db, send, read.id, read.at, noted))
    .select({ alg, keyId, sealed })
    .from(noted)
    .innerJoin(serviceOrderContacts, eq(serviceOrderContacts.orderId, noted.orderId))
  return row
}

/** The answer of a read on record, for a reply that was lost on the way. */
export async function findOrderContactRead(db: Db, id: string, by: string, since: Date) {
  const { alg, keyId, sealed } = serviceOrderContacts
  const [row] = await db
    .select({ orderId: serviceOrderContactReads.orderId, alg, keyId, sealed })
    .from(serviceOrderContactReads)
    .innerJoin(serviceOrderContacts, eq(serviceOrderContacts.orderId, serviceOrderContactReads.orderId))
    .where(
      and(
        eq(serviceOrderContactReads.id, id),
        eq(serviceOrderContactReads.by, by),
        sql`${serviceOrderContactReads.at} >= ${since.toISOString()}::timestamptz`,
      ),
    )
  return row
}
