import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { categories } from '../../../schema/cases/register'
import { replyTemplates, savedFilters } from '../../../schema/cases/tools'
import type { CaseMove } from '../../../shared/cases/transitions'
import { type Change, changeFrom } from '../../db/changes'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** As many as stand above a list without hiding it. */
export const FILTERS_MAX = 20

export const listFilters = (db: Db, personId: string) =>
  db
    .select()
    .from(savedFilters)
    .where(and(isNull(savedFilters.endedAt), or(eq(savedFilters.personId, personId), eq(savedFilters.isShared, true))))
    .orderBy(asc(savedFilters.at), asc(savedFilters.id))
    .limit(FILTERS_MAX * 2)

type NewFilter = Required<typeof savedFilters.$inferInsert>

/** Not saved, and undefined, once somebody has as many as the list can hold; the count and the row are one statement. */
export async function recordFilter(db: Db, send: Send, row: NewFilter) {
  const room = db
    .select(intoAll(savedFilters, row))
    .from(sql`(select 1) as one`)
    .where(
      sql`(select count(*) from ${savedFilters} f where f.person_id = ${row.personId} and f.ended_at is null) < ${FILTERS_MAX}::int`,
    )
  const made = db.$with('made').as(db.insert(savedFilters).select(room).returning({ id: savedFilters.id }))
  const [done] = await db
    .with(made, sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
  return done
}

export async function recordFilterEnd(db: Db, send: Send, { id, at, any }: { id: string; at: Date; any: boolean }) {
  const mine = any ? eq(savedFilters.isShared, true) : sql`false`
  const ended = db.$with('ended').as(
    db
      .update(savedFilters)
      .set({ endedAt: at })
      .where(
        and(eq(savedFilters.id, id), isNull(savedFilters.endedAt), or(eq(savedFilters.personId, send.personId), mine)),
      )
      .returning({ id: savedFilters.id }),
  )
  const [done] = await db
    .with(ended, sendFrom(db, send, id, at, ended))
    .select()
    .from(ended)
  return done
}

const live = isNull(replyTemplates.endedAt)

export const listTemplates = (db: Db, move?: CaseMove, categoryCode?: string) =>
  db
    .select({
      id: replyTemplates.id,
      move: replyTemplates.move,
      categoryCode: replyTemplates.categoryCode,
      categoryZh: sql<string>`coalesce(${categories.zh}, '')`,
      name: replyTemplates.name,
      text: replyTemplates.text,
    })
    .from(replyTemplates)
    .leftJoin(categories, eq(categories.code, replyTemplates.categoryCode))
    .where(
      and(
        live,
        move && eq(replyTemplates.move, move),
        categoryCode === undefined
          ? undefined
          : or(isNull(replyTemplates.categoryCode), eq(replyTemplates.categoryCode, categoryCode)),
      ),
    )
    // What is written for the very class stands before what fits all.
    .orderBy(
      sql`${replyTemplates.categoryCode} is null`,
      replyTemplates.move,
      asc(replyTemplates.at),
      asc(replyTemplates.id),
    )

export async function findTemplate(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(replyTemplates)
    .where(and(eq(replyTemplates.id, id), live))
  return row
}

const ending = (db: Db, id: string, at: Date) =>
  db.$with('ended').as(
    db
      .update(replyTemplates)
      .set({ endedAt: at })
      .where(and(eq(replyTemplates.id, id), live))
      .returning({ id: replyTemplates.id }),
  )

type NewTemplate = Required<typeof replyTemplates.$inferInsert>

/** The new one is drawn from the end of the one it replaces: two people who change the same one do not both succeed. */
export async function recordTemplate(db: Db, send: Send, row: NewTemplate, replaces: string | null, change: Change) {
  const ended = ending(db, replaces ?? '', row.at)
  const given = db.select(intoAll(replyTemplates, row))
  const made = db.$with('made').as(
    db
      .insert(replyTemplates)
      .select(replaces === null ? given.from(sql`(select 1) as one`) : given.from(ended))
      .returning({ id: replyTemplates.id }),
  )
  const rest = [made, changeFrom(db, change, made), sendFrom(db, send, row.id, row.at, made)] as const
  const [done] = await (replaces === null ? db.with(...rest) : db.with(ended, ...rest)).select().from(made)
  return done
}

export async function recordTemplateEnd(db: Db, send: Send, id: string, change: Change) {
  const ended = ending(db, id, change.at)
  const [done] = await db
    .with(ended, changeFrom(db, change, ended), sendFrom(db, send, id, change.at, ended))
    .select()
    .from(ended)
  return done
}
