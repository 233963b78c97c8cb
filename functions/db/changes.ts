import type { Subquery } from 'drizzle-orm/subquery'
import { settingChanges } from '../../schema/people'
import { intoAll } from './into'
import type { Db } from './types'

export type Change = typeof settingChanges.$inferInsert

/** The journal row of a change of settings, written by the statement of the change itself: no change, no row. */
export const changeFrom = (db: Db, change: Change, from: Subquery) => {
  const row = intoAll(settingChanges, change)
  return db
    .$with('change_row')
    .as(db.insert(settingChanges).select(db.selectDistinct(row).from(from)).returning({ id: settingChanges.id }))
}
