import type { Subquery } from 'drizzle-orm/subquery'
import { settingChanges } from '../../schema/people'
import { intoAll } from './into'
import type { Db } from './types'

type Row = Required<typeof settingChanges.$inferInsert>
/** Without a grid it is the county's own. */
export type Change = Omit<Row, 'gridId'> & Partial<Pick<Row, 'gridId'>>

/** The journal row of a change of settings, written by the statement of the change itself: no change, no row. */
export const changeFrom = (db: Db, change: Change, from: Subquery) => {
  const row = intoAll(settingChanges, { gridId: null, ...change })
  return db
    .$with('change_row')
    .as(db.insert(settingChanges).select(db.selectDistinct(row).from(from)).returning({ id: settingChanges.id }))
}
