import type { Deps } from '../http/deps'
import { seedDemo } from './demo'
import { seedCounty } from './grids'
import { isDemoThere } from './people'
import { seedCategories, seedTemplates, seedWorkCalendar } from './register'

/** What a database needs before anybody comes: the county, its categories and calendar; in a demo also people and a past. */
export async function prepare(deps: Deps, say: (line: string) => void) {
  const at = deps.now()
  // A demo that begins brings its county along.
  if (deps.demo && !(await isDemoThere(deps.db))) return seedDemo(deps, at, say)
  say('正在导入网格、单位、点位和类别')
  await seedCounty(deps.db, at)
  await seedCategories(deps.db)
  await seedTemplates(deps.db, at)
  await seedWorkCalendar(deps.db, at, { provisional: deps.demo })
}
