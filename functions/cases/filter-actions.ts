import type { CaseFilter } from '../../shared/cases/filter'
import type { Actor } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import { readCalendar } from './calendar'
import { type Filter, listClocks } from './list-queries'
import { clockView } from './view'

/** More running cases than any county has; what lies beyond is not looked at for its colour. */
const CLOCKS_MAX = 50_000

/** The filter as SQL knows it: a colour needs the work calendar, so the cases that have it are found here. */
export async function filterOf(deps: Deps, actor: Actor, { level, ...asked }: CaseFilter): Promise<Filter> {
  const at = deps.now()
  const filter = { ...asked, at }
  if (level === undefined) return filter
  const [clocks, calendar] = await Promise.all([
    listClocks(deps.db, actor, filter, CLOCKS_MAX),
    readCalendar(deps.db, at),
  ])
  const ids = clocks.filter((one) => clockView(one, calendar, at).level === level).map(({ id }) => id)
  return { ...filter, ids }
}
