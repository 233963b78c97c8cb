import type { Db } from '../../functions/db/types'
import { seedCounty } from '../../functions/seed/grids'
import { seedCategories } from '../../functions/seed/register'

/** What a server needs to know of its county before it can answer. */
export async function prepareCounty(db: Db) {
  await seedCounty(db, new Date())
  await seedCategories(db)
}
