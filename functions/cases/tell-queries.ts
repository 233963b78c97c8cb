import { and, asc, eq, gte, type SQL, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { caseEvents, cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { grids, units } from '../../schema/grids'
import { notices } from '../../schema/notices'
import { roleGrants } from '../../schema/people'
import { CASE_LIMITS } from '../../shared/cases/clocks'
import type { Listener } from '../../shared/cases/tells'
import { addDays } from '../../shared/kit/time'
import type { MessageFacts, MessageKind } from '../../shared/notices/templates'
import type { StaffRole } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { intoOutbox } from '../notices/told-queries'
import { categoryZhThen, isFuzzedThen } from './rule-queries'

/** Journal rows after a moment, oldest first, with what their messages are made of. */
export const listUntold = (db: Db, after: Date, size: number) =>
  db
    .select({
      id: caseEvents.id,
      kind: caseEvents.kind,
      by: caseEvents.by,
      note: caseEvents.note,
      at: caseEvents.at,
      caseId: cases.id,
      title: cases.title,
      number: cases.number,
      address: cases.addressZh,
      gridId: cases.gridId,
      unitId: cases.unitId,
      inspectorId: cases.inspectorId,
      coOpen: cases.coOpen,
      lng: cases.lng,
      lat: cases.lat,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      categoryZh: categoryZhThen,
      isFuzzed: isFuzzedThen,
      unit: sql<string>`coalesce(${units.name}, '')`,
    })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(gte(caseEvents.at, after))
    .orderBy(asc(caseEvents.at), asc(caseEvents.id))
    .limit(size)

export type Untold = Awaited<ReturnType<typeof listUntold>>[number]

const holdersOf = (role: StaffRole, scope: SQL) =>
  sql`select g.person_id from ${roleGrants} g where g.role = ${role} and g.ended_at is null and ${scope}`

const ofGrid = (gridId: string | null) => sql`(g.grid_id is null or g.grid_id = ${gridId})`

export type About = Pick<Untold, 'caseId' | 'gridId' | 'unitId' | 'coOpen' | 'inspectorId'>

/** Who hears it as of now: somebody whose duty has ended since does not. */
export const LISTENERS: Record<Ear, (about: About) => SQL> = {
  followers: (about) => sql`${LISTENERS.reporter(about)} union ${LISTENERS.joiners(about)}`,
  reporter: ({ caseId }) => sql`select f.person_id from ${caseFollowers} f
    where f.case_id = ${caseId} and f.relation = 'reporter'`,
  // Whoever reported it always hears; who only joined no longer does once its class is private.
  joiners: ({ caseId }) => sql`select f.person_id from ${caseFollowers} f
    join ${cases} c on c.id = f.case_id join ${categories} k on k.code = c.category_code
    where f.case_id = ${caseId} and f.relation <> 'reporter' and not k.is_private`,
  unit: ({ unitId }) => holdersOf('handler', sql`g.unit_id = ${unitId}`),
  co_units: ({ coOpen }) => holdersOf('handler', coOpen.length > 0 ? sql`g.unit_id in ${[...coOpen]}` : sql`false`),
  reviewers: ({ gridId }) => holdersOf('reviewer', ofGrid(gridId)),
  dispatchers: ({ gridId }) => holdersOf('dispatcher', ofGrid(gridId)),
  verifiers: ({ gridId, unitId }) =>
    holdersOf('verifier', sql`${ofGrid(gridId)} and g.unit_id is distinct from ${unitId}`),
  inspector: ({ inspectorId }) => sql`select ${inspectorId}::text as person_id where ${inspectorId}::text is not null`,
  admins: () => holdersOf('admin', sql`true`),
  grid_chiefs: ({ gridId }) => holdersOf('grid_chief', ofGrid(gridId)),
  area_leaders: ({ gridId }) => holdersOf('area_leader', ofGrid(gridId)),
}

/** Of the followers of a sensitive class each half is told in its own words. */
export type Ear = Listener | 'reporter' | 'joiners'
type Message = { readonly to: Ear; readonly title: string; readonly text: string; readonly link: string }
/** What a follower may have accepted to be sent of it too. */
type Push = { readonly kind: MessageKind; readonly facts: MessageFacts }

/**
 * One row a listener; telling again changes nothing. Nobody is told of what they did themselves.
 * Whoever still accepts such a message has it put into the outbox by the same statement.
 */
export function recordNotices(db: Db, event: Untold, { to, title, text, link }: Message, push: Push | null = null) {
  const facts = sql`${JSON.stringify(push?.facts ?? {})}::jsonb`
  return db.execute(sql`with told as (insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(${`case:${event.id}`}::text || who.person_id), who.person_id, ${`case:${event.id}`}::text, ${title}::text,
      ${text}::text, ${link}::text, ${event.at.toISOString()}::timestamptz
    from (select distinct l.person_id from (${LISTENERS[to](event)}) l) who
    where who.person_id <> ${event.by} on conflict do nothing returning id, person_id, at)
    ${intoOutbox(push?.kind ?? null, { facts, caseId: event.caseId, ear: to })}`)
}

/** Whether the person is among those who hear of the case in this part as of now. */
export async function isListener(db: Db, ear: Ear, caseId: string, personId: string) {
  const [about] = await db
    .select({
      ...{ caseId: cases.id, gridId: cases.gridId, unitId: cases.unitId },
      ...{ coOpen: cases.coOpen, inspectorId: cases.inspectorId },
    })
    .from(cases)
    .where(eq(cases.id, caseId))
  if (!about) return false
  const hears = sql<boolean>`exists (select 1 from (${LISTENERS[ear](about)}) l where l.person_id = ${personId})`
  const [row] = await db.select({ hears }).from(sql`(values (1)) as one(n)`)
  return row?.hears === true
}

const longAgo = (at: Date) => addDays(at, -CASE_LIMITS.reviewDays).toISOString()

/** Cases whose time has come for a move that only time makes. */
export const listLapsed = (db: Db, at: Date, size: number) =>
  db
    .select({ id: cases.id, state: cases.state })
    .from(cases)
    .where(
      and(
        sql`${cases.state} in ('supplement', 'suspended', 'verifying')`,
        sql`${cases.stageDueAt} < case ${cases.state} when 'suspended' then ${longAgo(at)} else ${at.toISOString()} end::timestamptz`,
      ),
    )
    .limit(size)
