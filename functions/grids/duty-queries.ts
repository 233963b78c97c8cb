import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { gridDuties, grids, units } from '../../schema/grids'
import { type Change, changeFrom } from '../db/changes'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export async function findDuty(db: Db, id: string) {
  const [row] = await db
    .select({ duty: gridDuties, gridName: grids.name, unitName: units.name })
    .from(gridDuties)
    .innerJoin(grids, eq(grids.id, gridDuties.gridId))
    .leftJoin(units, eq(units.id, gridDuties.unitId))
    .where(eq(gridDuties.id, id))
  return row
}

const ending = (db: Db, id: string, gridId: string, at: Date) =>
  db.$with('ended').as(
    db
      .update(gridDuties)
      .set({ endsAt: at })
      .where(
        and(
          eq(gridDuties.id, id),
          eq(gridDuties.gridId, gridId),
          isNull(gridDuties.endsAt),
          lt(gridDuties.startsAt, at),
        ),
      )
      .returning({ id: gridDuties.id }),
  )

type NewDuty = Required<typeof gridDuties.$inferInsert>

/** The new duty is drawn from the end of the old one, so the old one has ended when the new one is checked against it. */
export async function recordDuty(db: Db, send: Send, row: NewDuty, replaces: string | null, change: Change) {
  const { gridId, startsAt } = row
  const ended = ending(db, replaces ?? '', gridId, startsAt)
  const given = db.select(intoAll(gridDuties, row))
  const made = db.$with('made').as(
    db
      .insert(gridDuties)
      .select(replaces === null ? given.from(sql`(select 1) as one`) : given.from(ended))
      .returning({ id: gridDuties.id }),
  )
  const rest = [made, changeFrom(db, change, made), sendFrom(db, send, gridId, change.at, made)] as const
  const [done] = await (replaces === null ? db.with(...rest) : db.with(ended, ...rest)).select().from(made)
  return done
}

type End = { readonly id: string; readonly gridId: string; readonly endsAt: Date }

export async function recordDutyEnd(db: Db, send: Send, { id, gridId, endsAt }: End, change: Change) {
  const ended = ending(db, id, gridId, endsAt)
  const [done] = await db
    .with(ended, changeFrom(db, change, ended), sendFrom(db, send, gridId, change.at, ended))
    .select()
    .from(ended)
  return done
}
