import { and, asc, desc, eq, gt, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { files } from '../../../schema/files'
import { activities, shifts, teams } from '../../../schema/volunteering/activities'
import {
  serviceOrderContacts,
  serviceOrderEvents,
  serviceOrderKinds,
  serviceOrderPhotos,
  serviceOrderRatings,
  serviceOrders,
} from '../../../schema/volunteering/orders'
import type { Cursor } from '../../../shared/kit/page'
import { type Actor, holdsAny } from '../../../shared/people/roles'
import { ORDER_ENDS, ORDER_OFFICE, type OrderEvent } from '../../../shared/volunteering/orders/moves'
import type { Db } from '../../db/types'

/** What its kind was called when it was filed. */
export const kindZh = sql<string>`coalesce(${serviceOrders.kindZh}, ${serviceOrderKinds.zh})`

export type OrderPhoto = { id: string; width: number; height: number }
const photosOf = sql<OrderPhoto[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by e.version, p.ordinal)
  from ${serviceOrderPhotos} p join ${files} f on f.id = p.file_id join ${serviceOrderEvents} e on e.id = p.event_id
  where e.order_id = "service_orders"."id"), '[]'::json)`

const row = {
  id: serviceOrders.id,
  kind: serviceOrders.kind,
  kindZh,
  words: serviceOrders.words,
  placeZh: serviceOrders.placeZh,
  lng: serviceOrders.lng,
  lat: serviceOrders.lat,
  state: serviceOrders.state,
  requesterId: serviceOrders.personId,
  teamId: serviceOrders.teamId,
  teamZh: sql<string>`coalesce(${teams.name}, '')`,
  isAtCentre: sql<boolean>`coalesce(${teams.kind} = 'centre', false)`,
  wantedAt: serviceOrders.wantedAt,
  agreedAt: serviceOrders.agreedAt,
  dueAt: serviceOrders.dueAt,
  at: serviceOrders.at,
  caseId: serviceOrders.caseId,
  masterId: serviceOrders.masterId,
  dispatches: serviceOrders.dispatches,
  cycle: serviceOrders.cycle,
  version: serviceOrders.version,
}

const from = (db: Db) =>
  db
    .select(row)
    .from(serviceOrders)
    .innerJoin(serviceOrderKinds, eq(serviceOrderKinds.code, serviceOrders.kind))
    .leftJoin(teams, eq(teams.id, serviceOrders.teamId))
export type ListedOrder = Awaited<ReturnType<typeof from>>[number]

export type OrderFilter = {
  readonly list: 'mine' | 'desk' | 'team' | 'pool'
  readonly open: boolean | null
  readonly size: number
  readonly cursor: Cursor | null
}

function listed(who: Actor, led: readonly string[], list: OrderFilter['list']): SQL | undefined {
  if (list === 'mine') return eq(serviceOrders.personId, who.id)
  if (list === 'desk') return sql`true`
  if (list === 'pool') return eq(serviceOrders.state, 'pooled')
  return led.length === 0 ? sql`false` : inArray(serviceOrders.teamId, [...led])
}

const ends = () => [...ORDER_ENDS]

/** One row more than asked. Who may read a list at all is decided before. */
export const listOrderRows = (db: Db, who: Actor, led: readonly string[], filter: OrderFilter) =>
  from(db)
    .where(
      and(
        listed(who, led, filter.list),
        filter.open === null
          ? undefined
          : filter.open
            ? notInArray(serviceOrders.state, ends())
            : inArray(serviceOrders.state, ends()),
        filter.cursor
          ? sql`(${serviceOrders.at}, ${serviceOrders.id}) < (${filter.cursor.at}::timestamptz, ${filter.cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(serviceOrders.at), desc(serviceOrders.id))
    .limit(filter.size + 1)

/**
 * The office, whoever asked for it, who leads its team or the shift that serves it; the pool is every lead's. Who handed it back sees that
 * it went, until somebody else moves it.
 */
function seenBy(who: Actor, led: readonly string[]): SQL {
  if (holdsAny(who, ORDER_OFFICE)) return sql`true`
  const ofLeads =
    led.length > 0 ? or(inArray(serviceOrders.teamId, [...led]), eq(serviceOrders.state, 'pooled')) : sql`false`
  const leads = sql`exists (select 1 from ${shifts} s where s.activity_id = "service_orders"."activity_id"
    and s.leader_id = ${who.id})`
  const wasLast = sql`exists (select 1 from ${serviceOrderEvents} e where e.order_id = "service_orders"."id"
    and e.version = "service_orders"."version" and e.by = ${who.id})`
  return or(eq(serviceOrders.personId, who.id), ofLeads, leads, wasLast) ?? sql`false`
}

type ActivityJson = {
  id: string
  title: string
  startsAt: string
  isPublished: boolean
  isCancelled: boolean
  leaderIds: string[]
}
type EventJson = { move: OrderEvent; note: string; teamZh: string; at: string }
type RatingJson = { stars: number; words: string; at: string }

const activityOf = sql<ActivityJson | null>`(select json_build_object('id', a.id, 'title', a.title, 'startsAt', a.starts_at,
  'isPublished', a.state in ('published', 'settled', 'archived'), 'isCancelled', a.state = 'cancelled',
  'leaderIds', (select coalesce(json_agg(distinct s.leader_id), '[]'::json) from ${shifts} s where s.activity_id = a.id))
  from ${activities} a where a.id = "service_orders"."activity_id")`
const eventsOf = sql<EventJson[]>`coalesce((
  select json_agg(json_build_object('move', e.move, 'note', e.note, 'teamZh', coalesce(t.name, ''), 'at', e.at)
    order by e.version desc)
  from ${serviceOrderEvents} e left join ${teams} t on t.id = e.team_id
  where e.order_id = "service_orders"."id"), '[]'::json)`
const ratingOf = sql<RatingJson | null>`(select json_build_object('stars', r.stars, 'words', r.words, 'at', r.at)
  from ${serviceOrderRatings} r where r.order_id = "service_orders"."id" order by r.cycle desc limit 1)`
const hasContact = sql<boolean>`exists (select 1 from ${serviceOrderContacts} c where c.order_id = "service_orders"."id")`

const freePhotos = (who: Actor, ids: readonly string[]) =>
  ids.length === 0
    ? sql<number>`0`.mapWith(Number)
    : sql<number>`(select count(*) from ${files} f where f.id in ${[...ids]} and f.owner_id = ${who.id}
        and not exists (select 1 from ${serviceOrderPhotos} p where p.file_id = f.id))`.mapWith(Number)

export async function findOrder(
  db: Db,
  who: Actor,
  led: readonly string[],
  id: string,
  photos: readonly string[] = [],
) {
  const more = { activity: activityOf, events: eventsOf, rating: ratingOf, photos: photosOf, hasContact }
  const [found] = await db
    .select({ ...row, ...more, freePhotos: freePhotos(who, photos) })
    .from(serviceOrders)
    .innerJoin(serviceOrderKinds, eq(serviceOrderKinds.code, serviceOrders.kind))
    .leftJoin(teams, eq(teams.id, serviceOrders.teamId))
    .where(and(eq(serviceOrders.id, id), seenBy(who, led)))
  return found
}
export type FoundOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>

export async function findMaster(db: Db, id: string) {
  const [found] = await db
    .select({ id: serviceOrders.id, state: serviceOrders.state })
    .from(serviceOrders)
    .where(eq(serviceOrders.id, id))
  return found ?? null
}

export const listTeamNames = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: teams.id, name: teams.name })
        .from(teams)
        .where(and(inArray(teams.id, [...ids]), sql`${teams.closedAt} is null`))
        .orderBy(asc(teams.name), asc(teams.id))

/** Published activities of a team that are not over, the next one first. */
export const listComing = (db: Db, teamId: string, now: Date) =>
  db
    .select({ id: activities.id, title: activities.title, startsAt: activities.startsAt, endsAt: activities.endsAt })
    .from(activities)
    .where(and(eq(activities.teamId, teamId), eq(activities.state, 'published'), gt(activities.endsAt, now)))
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .limit(50)

export const listOrdersOfCase = (db: Db, caseId: string) =>
  db
    .select({ ...row, photos: photosOf })
    .from(serviceOrders)
    .innerJoin(serviceOrderKinds, eq(serviceOrderKinds.code, serviceOrders.kind))
    .leftJoin(teams, eq(teams.id, serviceOrders.teamId))
    .where(eq(serviceOrders.caseId, caseId))
    .orderBy(desc(serviceOrders.at), desc(serviceOrders.id))

/** Served and not rated within the time. */
export const listUnrated = (db: Db, now: Date, size: number) =>
  db
    .select({ id: serviceOrders.id })
    .from(serviceOrders)
    .where(and(eq(serviceOrders.state, 'served'), sql`${serviceOrders.dueAt} < ${now.toISOString()}::timestamptz`))
    .orderBy(asc(serviceOrders.dueAt), asc(serviceOrders.id))
    .limit(size)
