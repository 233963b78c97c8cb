import { eq, sql } from 'drizzle-orm'
import { retentionPeriods } from '../../../schema/retention'
import type { RetentionKind } from '../../../shared/people/retention'
import { type Change, changeFrom } from '../../db/changes'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export const listPeriods = (db: Db) => db.select().from(retentionPeriods)

type Period = { readonly kind: RetentionKind; readonly days: number; readonly was: number }

/** Undefined: it is no longer what it was. */
export async function recordPeriod(db: Db, send: Send, { kind, days, was }: Period, change: Change) {
  const set = db.$with('set_period').as(
    db
      .insert(retentionPeriods)
      .values({ kind, days })
      .onConflictDoUpdate({
        target: retentionPeriods.kind,
        set: { days: sql`excluded.days` },
        setWhere: eq(retentionPeriods.days, was),
      })
      .returning({ kind: retentionPeriods.kind }),
  )
  const [row] = await db
    .with(set, changeFrom(db, change, set), sendFrom(db, send, kind, change.at, set))
    .select()
    .from(set)
  return row
}
