import { and, eq, sql } from 'drizzle-orm'
import { pointItems } from '../../../schema/volunteering/points'
import { type Change, changeFrom } from '../../db/changes'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

type Row = Required<typeof pointItems.$inferInsert>
type Note = Pick<Change, 'id' | 'by' | 'at' | 'before' | 'after'>

const noteOf = (note: Note, subjectId: string, zh: string): Change => ({
  ...{ ...note, kind: 'point_item_changed', subjectId, zh },
})

export async function recordItem(db: Db, row: Row, note: Note, send: Send) {
  const made = db.$with('made').as(db.insert(pointItems).values(row).returning({ id: pointItems.id }))
  await db
    .with(made, changeFrom(db, noteOf(note, row.id, row.zh), made), sendFrom(db, send, row.id, note.at, made))
    .select()
    .from(made)
}

type Was = { readonly id: string; readonly zh: string; readonly version: number }
type Ask = { readonly addStock: number; readonly isOn: boolean }

/** Undefined: somebody exchanged or changed it in between. */
export async function recordItemChange(db: Db, was: Was, { addStock, isOn }: Ask, note: Note, send: Send) {
  const changed = db.$with('changed').as(
    db
      .update(pointItems)
      .set({ stock: sql`${pointItems.stock} + ${addStock}::int`, isOn, version: was.version + 1 })
      .where(and(eq(pointItems.id, was.id), eq(pointItems.version, was.version)))
      .returning({ id: pointItems.id }),
  )
  const [row] = await db
    .with(changed, changeFrom(db, noteOf(note, was.id, was.zh), changed), sendFrom(db, send, was.id, note.at, changed))
    .select()
    .from(changed)
  return row
}
