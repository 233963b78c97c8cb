import { sql } from 'drizzle-orm'
import { caseEvents, cases } from '../../../schema/cases/ledger'
import { serviceOrderEvents, serviceOrderPhotos, serviceOrders } from '../../../schema/volunteering/orders'
import { FEEDBACKS } from '../../../shared/cases/transitions'
import { rowsOf } from '../../db/raw'
import type { Db } from '../../db/types'

export type ServedCase = {
  readonly caseId: string
  readonly leaderId: string
  readonly note: string
  readonly photos: readonly string[]
}

/**
 * Cases that volunteers have served and whose own journal does not say so yet, with who led and what they photographed, the oldest first.
 * After 返工 the same service does not count again. `orderId` for one order only.
 */
export const listServedCases = (db: Db, orderId: string | null, size: number) =>
  rowsOf<ServedCase>(
    db,
    sql`select o.case_id as "caseId", e.by as "leaderId", e.note,
      array(select p.file_id from ${serviceOrderPhotos} p where p.event_id = e.id
        and not exists (select 1 from case_photos k where k.file_id = p.file_id) order by p.ordinal) as photos
    from ${serviceOrders} o join ${serviceOrderEvents} e on e.order_id = o.id and e.move = 'serve' join ${cases} c on c.id = o.case_id
    where c.state in ('dispatched', 'processing') and o.state in ('served', 'call_back', 'closed')
      and (${orderId}::text is null or o.id = ${orderId}::text)
      and not exists (select 1 from ${serviceOrderEvents} l where l.order_id = o.id and l.move = 'serve' and l.version > e.version)
      and not exists (select 1 from ${caseEvents} h where h.case_id = c.id and h.kind in ${[...FEEDBACKS]} and h.at >= e.at)
    order by e.at, e.id limit ${size}`,
  )
