import { and, desc, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { caseFollowers, caseRatings } from '../../schema/cases/crowd'
import { cases } from '../../schema/cases/ledger'
import { categories } from '../../schema/cases/register'
import { grids, units } from '../../schema/grids'
import { CASE_LIMITS } from '../../shared/cases/clocks'
import type { CaseFilter } from '../../shared/cases/filter'
import { OPEN_STATES } from '../../shared/cases/states'
import { WAITING_STATES } from '../../shared/cases/waiting'
import type { Cursor } from '../../shared/kit/page'
import type { Actor, Grant } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { coverOf, face } from './face-queries'
import { hasUnit, visibleTo } from './visible-queries'

const listed = {
  ...face,
  urgency: cases.urgency,
  source: cases.source,
  gridZh: sql<string>`coalesce(${grids.name}, '')`,
  followers: cases.followers,
  dispatchedAt: cases.dispatchedAt,
  stageAt: cases.stageAt,
  stageDueAt: cases.stageDueAt,
  limitClock: cases.limitClock,
  handledAt: cases.handledAt,
  version: cases.version,
  cover: coverOf,
}

const from = (db: Db) =>
  db
    .select(listed)
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))

export type ListedCase = Omit<Awaited<ReturnType<typeof from>>[number], 'dispatchedAt' | 'endedAt'>

/** `at` is the moment of asking; `ids` what a filter found that no column knows. */
export type Filter = Omit<CaseFilter, 'level'> & { readonly at: Date; readonly ids?: readonly string[] | undefined }

const literal = (text: string) => `%${text.replace(/[\\%_]/g, (wild) => `\\${wild}`)}%`
/** Hidden words are not found by anybody. Pairs of letters find the rows by index, on any Postgres and without an extension; the substring itself makes sure. */
const found = (text: string) =>
  sql`(bigrams(${cases.search}) @> bigrams(${text}::text) and ${cases.search} like ${literal(text)}
    and (not ${cases.wordsHidden} or lower(${cases.number} || ' ' || ${cases.title} || ' ' || ${cases.addressZh}) like ${literal(text)}))`

const open = [...OPEN_STATES]

const isReviewDue = (at: Date) =>
  sql`(${cases.state} <> 'suspended' or ${cases.stageDueAt} <= ${at.toISOString()}::timestamptz)`

/** What waits for a grant: the states of its role, narrowed to what it can act on. */
function waitsFor({ role, unitId }: Grant, at: Date): SQL | undefined {
  const waiting = inArray(cases.state, [...(WAITING_STATES[role] ?? [])])
  switch (role) {
    case 'handler':
      return and(waiting, or(eq(cases.unitId, unitId ?? ''), hasUnit(cases.coOpen, [unitId ?? ''])))
    case 'dispatcher':
      return and(waiting, sql`not ${isDisputed}`, or(ne(cases.state, 'transferred'), isNotNull(cases.stageDueAt)))
    case 'admin':
    case 'area_leader':
      return and(waiting, or(ne(cases.state, 'filed'), isDisputed), isReviewDue(at))
    default:
      return waiting
  }
}
/** Two units sent it back: the joint meeting decides. */
const isDisputed = sql`(${cases.state} = 'filed'
  and jsonb_array_length(${cases.returnedUnits}) >= ${CASE_LIMITS.returnsMax}::int)`

const waitingFor = (who: Actor, at: Date) => {
  const working = who.grants.filter(({ role }) => role in WAITING_STATES)
  return or(...working.map((grant) => waitsFor(grant, at))) ?? sql`false`
}

const BY_COLUMN = ['gridId', 'unitId', 'categoryCode', 'source'] as const

function filtered(filter: Filter, who: Actor): (SQL | undefined)[] {
  const { open: isOpen, todo, text, at, ids } = filter
  return [
    isOpen === 'yes' ? inArray(cases.state, open) : undefined,
    isOpen === 'no' ? sql`${cases.state} not in ${open}` : undefined,
    todo ? waitingFor(who, at) : undefined,
    ...BY_COLUMN.map((name) => (filter[name] ? eq(cases[name], filter[name]) : undefined)),
    ids ? inArray(cases.id, [...ids]) : undefined,
    text ? found(text.toLowerCase()) : undefined,
  ]
}

/** The cases of a filter, as far as this member of staff may see them. */
export const matching = (filter: Filter, who: Actor) =>
  and(visibleTo(who), ...filtered(filter, who), filter.state ? eq(cases.state, filter.state) : undefined)

/** What is late or soon due comes first; a case whose clock stands still comes last. */
const dueOrder = sql<string>`coalesce(${cases.stageDueAt}, 'infinity'::timestamptz)`

export function listQueue(
  db: Db,
  who: Actor,
  filter: Filter,
  { size, cursor }: { size: number; cursor: Cursor | null },
) {
  const after = cursor ? sql`(${dueOrder}, ${cases.id}) > (${cursor.at}::timestamptz, ${cursor.id})` : undefined
  return from(db)
    .where(and(matching(filter, who), after))
    .orderBy(dueOrder, cases.id)
    .limit(size + 1)
}

/** How many of each state the same filter finds, whatever state is open on screen. */
export async function countStates(db: Db, who: Actor, filter: Filter) {
  const rows = await db
    .select({ state: cases.state, n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(visibleTo(who), ...filtered(filter, who)))
    .groupBy(cases.state)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

export function listMine(
  db: Db,
  personId: string,
  isOpen: 'yes' | 'no' | undefined,
  { size, cursor }: { size: number; cursor: Cursor | null },
) {
  const before = cursor
    ? or(
        lt(caseFollowers.at, new Date(cursor.at)),
        and(eq(caseFollowers.at, new Date(cursor.at)), lt(cases.id, cursor.id)),
      )
    : undefined
  const rated = sql<boolean>`exists (select 1 from ${caseRatings} r where r.case_id = "cases"."id"
    and r.cycle = "cases"."cycle" and r.person_id = ${personId})`
  return db
    .select({ ...listed, relation: caseFollowers.relation, followedAt: caseFollowers.at, rated })
    .from(caseFollowers)
    .innerJoin(cases, eq(cases.id, caseFollowers.caseId))
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(
      and(
        eq(caseFollowers.personId, personId),
        isOpen === 'yes' ? inArray(cases.state, open) : undefined,
        isOpen === 'no' ? sql`${cases.state} not in ${open}` : undefined,
        before,
      ),
    )
    .orderBy(desc(caseFollowers.at), desc(cases.id))
    .limit(size + 1)
}

/** The running clocks among what a filter finds, as many as a county can have at work. */
export const listClocks = (db: Db, who: Actor, filter: Filter, most: number) =>
  db
    .select({
      id: cases.id,
      state: cases.state,
      stageAt: cases.stageAt,
      stageDueAt: cases.stageDueAt,
      dueAt: cases.dueAt,
      limitClock: cases.limitClock,
      handledAt: cases.handledAt,
    })
    .from(cases)
    .where(and(matching(filter, who), inArray(cases.state, open)))
    .orderBy(cases.id)
    .limit(most)
