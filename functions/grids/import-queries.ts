import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { WithSubquery } from 'drizzle-orm/subquery'
import { gridDuties, grids, imports, units } from '../../schema/grids'
import type { GridRecord } from '../../shared/grids/grid-table'
import type { UnitRow } from '../../shared/grids/unit-table'
import { type Change, changeFrom } from '../db/changes'
import { manyFrom, overwritten } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export const listUnitRecords = (db: Db): Promise<UnitRow[]> => db.select().from(units).orderBy(asc(units.id))
export const listGridRecords = (db: Db): Promise<GridRecord[]> => db.select().from(grids).orderBy(asc(grids.code))
export const listOpenDuties = (db: Db) =>
  db
    .select()
    .from(gridDuties)
    .where(isNull(gridDuties.endsAt))
    .orderBy(asc(gridDuties.gridId), asc(gridDuties.tier), asc(gridDuties.id))

export async function findImport(db: Db, kind: string) {
  const [row] = await db.select().from(imports).where(eq(imports.kind, kind))
  return row
}

export type ImportRow = Omit<typeof imports.$inferInsert, 'version'> & { readonly was: number }

/** One import of a kind after the other: whoever planned on an older version takes nothing. */
const taking = (db: Db, { was, ...row }: ImportRow) => {
  const version = was + 1
  return db.$with('taken').as(
    db
      .insert(imports)
      .values({ ...row, version })
      .onConflictDoUpdate({ target: imports.kind, set: { ...row, version }, setWhere: eq(imports.version, was) })
      .returning({ kind: imports.kind }),
  )
}

export type Written = { readonly row: ImportRow; readonly change: Change; readonly send: Send }

/** What an import writes, each part drawn from `taken`, with the journal in the same statement. */
export async function recordImport(db: Db, { row, change, send }: Written, parts: readonly WithSubquery[]) {
  const taken = taking(db, row)
  const [done] = await db
    .with(taken, ...parts, changeFrom(db, change, taken), sendFrom(db, send, row.kind, change.at, taken))
    .select()
    .from(taken)
  return done
}

export const recordUnits = (db: Db, written: Written, rows: readonly UnitRow[]) =>
  recordImport(db, written, [
    db.$with('written').as(
      db
        .insert(units)
        .select(manyFrom(units, rows, 'taken'))
        .onConflictDoUpdate({ target: units.id, set: overwritten(units, 'id') })
        .returning({ id: units.id }),
    ),
  ])

export const recordGrids = (db: Db, written: Written, rows: readonly GridRecord[]) =>
  recordImport(db, written, [
    db.$with('written').as(
      db
        .insert(grids)
        .select(manyFrom(grids, rows, 'taken'))
        .onConflictDoUpdate({ target: grids.id, set: overwritten(grids, 'id') })
        .returning({ id: grids.id }),
    ),
  ])

type NewDuty = Required<typeof gridDuties.$inferInsert>
export type DutyWrite = { readonly row: NewDuty; readonly replaces: string | null }

/** Successors are drawn from the ends of those before them, so that no two lead at once; the others from `taken`. */
export function recordDuties(db: Db, written: Written, duties: readonly DutyWrite[]) {
  const next = duties.flatMap(({ row, replaces }) => (replaces ? [{ id: replaces, at: row.startsAt }] : []))
  const ends = sql`(select (e."at")::timestamptz from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as e(id text, at text)
    where e.id = "grid_duties"."id")`
  const olds = next.map(({ id }) => id)
  const ended = db.$with('ended').as(
    db
      .update(gridDuties)
      .set({ endsAt: ends })
      .where(and(inArray(gridDuties.id, olds), isNull(gridDuties.endsAt), sql`exists (select 1 from taken)`))
      .returning({ id: gridDuties.id }),
  )
  const rows = (wanted: boolean) =>
    duties.filter(({ replaces }) => (replaces !== null) === wanted).map(({ row }) => row)
  const [fresh, after] = [rows(false), rows(true)]
  return recordImport(db, written, [
    ended,
    insertDuties(db, 'fresh', fresh, 'taken'),
    // All of the ends or none of the successors.
    insertDuties(db, 'after', after, `(select 1 from ended having count(*) = ${olds.length}) as whole`),
  ])
}

const insertDuties = (db: Db, name: string, rows: readonly NewDuty[], from: string) =>
  db.$with(name).as(
    db
      .insert(gridDuties)
      .select(manyFrom(gridDuties, rows, from))
      .returning({ id: gridDuties.id }),
  )
