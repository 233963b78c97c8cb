import { pageFrom, readCursor } from '../../../shared/kit/page'
import { type Actor, holds } from '../../../shared/people/roles'
import { settling } from '../../../shared/volunteering/ledger/settling'
import { readCalendar } from '../../cases/calendar'
import type { Deps } from '../../http/deps'
import { listUnsettled } from './settling-queries'

export async function readSettlements(
  deps: Deps,
  actor: Actor,
  { cursor, size }: { cursor?: string | undefined; size: number },
) {
  const now = deps.now()
  const [rows, calendar] = await Promise.all([
    listUnsettled(deps.db, now, readCursor(cursor), size),
    readCalendar(deps.db, now),
  ])
  const page = pageFrom(rows, size, ({ endsAt, activityId }) => ({ at: endsAt.toISOString(), id: activityId }))
  const items = page.items.map(({ endsAt, ...row }) => {
    const { by, ...clock } = settling(calendar, endsAt, now)
    const maySettle = holds(actor, 'admin') && row.unsettled === 0
    return { ...row, ...clock, endsAt: endsAt.toISOString(), by: by?.toISOString() ?? null, maySettle }
  })
  return { ...page, items }
}
