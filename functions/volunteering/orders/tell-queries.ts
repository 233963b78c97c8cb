import { and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import { notices } from '../../../schema/notices'
import { roleGrants } from '../../../schema/people'
import { teams } from '../../../schema/volunteering/activities'
import {
  serviceOrderEvents,
  serviceOrderKinds,
  serviceOrderRatings,
  serviceOrders,
} from '../../../schema/volunteering/orders'
import { teamMembers } from '../../../schema/volunteering/teams'
import { ORDER_OFFICE } from '../../../shared/volunteering/orders/moves'
import type { OrderListener } from '../../../shared/volunteering/orders/words'
import type { Db } from '../../db/types'
import { kindZh } from './queries'

const team = sql<string>`coalesce(${teams.name}, '')`

/** Journal rows of orders from a moment on, oldest first. */
export const listUntoldOrders = (db: Db, after: Date, size: number) =>
  db
    .select({
      id: serviceOrderEvents.id,
      orderId: serviceOrders.id,
      move: serviceOrderEvents.move,
      teamId: serviceOrderEvents.teamId,
      note: serviceOrderEvents.note,
      by: serviceOrderEvents.by,
      at: serviceOrderEvents.at,
      kind: kindZh,
      words: serviceOrders.words,
      team,
      stars: sql<number>`coalesce(${serviceOrderRatings.stars}, 0)`,
    })
    .from(serviceOrderEvents)
    .innerJoin(serviceOrders, eq(serviceOrders.id, serviceOrderEvents.orderId))
    .innerJoin(serviceOrderKinds, eq(serviceOrderKinds.code, serviceOrders.kind))
    .leftJoin(teams, eq(teams.id, serviceOrderEvents.teamId))
    .leftJoin(
      serviceOrderRatings,
      and(eq(serviceOrderRatings.orderId, serviceOrders.id), eq(serviceOrderRatings.cycle, serviceOrderEvents.cycle)),
    )
    .where(gte(serviceOrderEvents.at, after))
    .orderBy(asc(serviceOrderEvents.at), asc(serviceOrderEvents.id))
    .limit(size)
export type UntoldOrder = Awaited<ReturnType<typeof listUntoldOrders>>[number]

/** Open orders whose clock has run out and of which nobody was told since their last step. */
export const listLate = (db: Db, now: Date, size: number) =>
  db
    .select({
      orderId: serviceOrders.id,
      version: serviceOrders.version,
      state: serviceOrders.state,
      dueAt: serviceOrders.dueAt,
      kind: kindZh,
    })
    .from(serviceOrders)
    .innerJoin(serviceOrderKinds, eq(serviceOrderKinds.code, serviceOrders.kind))
    .where(
      and(
        inArray(serviceOrders.state, ['submitted', 'accepted', 'refused', 'dispatched', 'pooled', 'taken', 'linked']),
        sql`${serviceOrders.dueAt} < ${now.toISOString()}::timestamptz`,
        sql`not exists (select 1 from ${notices} n
          where n.cause = 'order-late:' || "service_orders"."id" || ':' || "service_orders"."version")`,
      ),
    )
    .orderBy(asc(serviceOrders.dueAt), asc(serviceOrders.id))
    .limit(size)

type To = { readonly orderId: string; readonly teamId: string | null }
const office = sql.raw(ORDER_OFFICE.map((role) => `'${role}'`).join(','))

const LISTENER: Record<OrderListener, (to: To) => SQL> = {
  requester: ({ orderId }) =>
    sql`select o.person_id from ${serviceOrders} o where o.id = ${orderId} or o.master_id = ${orderId}`,
  team: ({ teamId }) => sql`select m.person_id from ${teamMembers} m where m.team_id = ${teamId}
    and m.state = 'active' and m.role = 'lead'`,
  pool: () => sql`select m.person_id from ${teamMembers} m join ${teams} t on t.id = m.team_id
    where m.state = 'active' and m.role = 'lead' and t.closed_at is null`,
  office: () => sql`select g.person_id from ${roleGrants} g where g.role in (${office}) and g.ended_at is null`,
}

type News = {
  readonly cause: string
  readonly title: string
  readonly text: string
  readonly link: string
  readonly at: Date
}

/** Telling again changes nothing. */
export const recordOrderNews = (db: Db, to: OrderListener, of: To, except: string, news: News) =>
  db.execute(sql`insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(${news.cause}::text || ':' || w.person_id), w.person_id, ${news.cause}::text, ${news.title}::text,
      ${news.text}::text, ${news.link}::text, ${news.at.toISOString()}::timestamptz
    from (select distinct person_id from (${LISTENER[to](of)}) p) w where w.person_id <> ${except}
    on conflict do nothing`)
