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
import { rowsOf } from '../../db/raw'
import type { Db } from '../../db/types'
import { factsOf, intoOutbox } from '../../notices/told-queries'
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
      eventId: sql<string>`(select e.id from ${serviceOrderEvents} e where e.order_id = "service_orders"."id"
        and e.version = "service_orders"."version")`,
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

/** What the message is about, and the step it tells of. */
type About = { readonly zh: string; readonly what: 'order_step' | 'order_late'; readonly id: string }

/** A notice each and, for whoever accepts it, one message, by one statement; telling again changes nothing. */
export const recordOrderNews = (
  db: Db,
  to: OrderListener,
  of: To,
  except: string,
  news: News,
  { zh, ...about }: About,
) =>
  db.execute(sql`with told as (insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(${news.cause}::text || ':' || w.person_id), w.person_id, ${news.cause}::text, ${news.title}::text,
      ${news.text}::text, ${news.link}::text, ${news.at.toISOString()}::timestamptz
    from (select distinct person_id from (${LISTENER[to](of)}) p) w where w.person_id <> ${except}
    on conflict do nothing returning id, person_id, title, text, at)
    ${intoOutbox('activity', { facts: factsOf(zh), ear: to, about })}`)

/** The step a message tells of, the order as it stands, and whether this person still hears of it in that part. */
export async function findToldStep(db: Db, eventId: string, to: OrderListener, personId: string) {
  const [step] = await db
    .select({
      ...{ move: serviceOrderEvents.move, version: serviceOrderEvents.version, cycle: serviceOrderEvents.cycle },
      ...{ orderId: serviceOrderEvents.orderId, teamId: serviceOrderEvents.teamId },
      now: {
        ...{ state: serviceOrders.state, version: serviceOrders.version, cycle: serviceOrders.cycle },
        teamId: serviceOrders.teamId,
      },
    })
    .from(serviceOrderEvents)
    .innerJoin(serviceOrders, eq(serviceOrders.id, serviceOrderEvents.orderId))
    .where(eq(serviceOrderEvents.id, eventId))
  if (!step) return undefined
  const [hears] = await rowsOf(db, sql`select 1 from (${LISTENER[to](step)}) p where p.person_id = ${personId} limit 1`)
  return { ...step, hears: hears !== undefined }
}
