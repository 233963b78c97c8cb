import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { supervisionEvents, supervisionPhotos, supervisions } from '../../../schema/cases/supervision'
import { files } from '../../../schema/files'
import { units } from '../../../schema/grids'
import type { Colour, SupervisionEventKind, SupervisionState } from '../../../shared/cases/supervision'
import type { Cursor } from '../../../shared/kit/page'
import type { Actor, Grant } from '../../../shared/people/roles'
import type { Db } from '../../db/types'

type EventRow = {
  id: string
  kind: SupervisionEventKind
  byZh: string
  note: string
  at: string
  photos: { id: string; width: number; height: number }[]
}

const eventsOf = sql<EventRow[]>`coalesce((
  select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'byZh', e.by_zh, 'note', e.note, 'at', e.at,
    'photos', coalesce((select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height)
      order by p.ordinal) from ${supervisionPhotos} p join ${files} f on f.id = p.file_id where p.event_id = e.id),
      '[]'::json)) order by e.version desc)
  from ${supervisionEvents} e where e.supervision_id = "supervisions"."id"), '[]'::json)`

const row = {
  id: supervisions.id,
  number: supervisions.number,
  colour: supervisions.colour,
  level: supervisions.level,
  state: supervisions.state,
  version: supervisions.version,
  unitId: supervisions.unitId,
  unitZh: units.name,
  issuedBy: supervisions.issuedBy,
  issuedAt: supervisions.issuedAt,
  listedAt: supervisions.listedAt,
  dueAt: supervisions.dueAt,
  proposedBy: supervisions.proposedBy,
  confirmedBy: supervisions.confirmedBy,
  caseId: cases.id,
  caseNumber: cases.number,
  caseTitle: cases.title,
  caseState: cases.state,
  gridId: cases.gridId,
  addressZh: cases.addressZh,
}

const from = (db: Db) =>
  db
    .select(row)
    .from(supervisions)
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .innerJoin(units, eq(units.id, supervisions.unitId))
export type ListedSupervision = Awaited<ReturnType<typeof from>>[number]

function grantSees({ role, gridId, unitId }: Grant): SQL | undefined {
  if (role === 'handler') return eq(supervisions.unitId, unitId ?? '')
  if (!['reviewer', 'dispatcher', 'admin', 'area_leader', 'grid_chief'].includes(role)) return undefined
  return gridId === null ? sql`true` : eq(cases.gridId, gridId)
}
/** The offices and leaders of the place, and the supervised unit, also once the case went on to another. */
const seenBy = (who: Actor): SQL => or(...who.grants.map(grantSees)) ?? sql`false`

export type SupervisionFilter = {
  colour?: Colour | undefined
  state?: SupervisionState | undefined
  unitId?: string | undefined
}
const filtered = (who: Actor, { colour, unitId }: SupervisionFilter) =>
  and(
    seenBy(who),
    colour ? eq(supervisions.colour, colour) : undefined,
    unitId ? eq(supervisions.unitId, unitId) : undefined,
  )

export function listRows(
  db: Db,
  who: Actor,
  filter: SupervisionFilter,
  { size, cursor }: { size: number; cursor: Cursor | null },
) {
  const before = cursor
    ? sql`(${supervisions.issuedAt}, ${supervisions.id}) < (${cursor.at}::timestamptz, ${cursor.id})`
    : undefined
  const state = filter.state ? eq(supervisions.state, filter.state) : undefined
  return from(db)
    .where(and(filtered(who, filter), state, before))
    .orderBy(desc(supervisions.issuedAt), desc(supervisions.id))
    .limit(size + 1)
}

export async function countByState(db: Db, who: Actor, filter: SupervisionFilter) {
  const rows = await db
    .select({ state: supervisions.state, n: sql<number>`count(*)`.mapWith(Number) })
    .from(supervisions)
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .where(filtered(who, filter))
    .groupBy(supervisions.state)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** Units with an entry the asker may see, for the filter. */
export const listSupervisedUnits = (db: Db, who: Actor) =>
  db
    .selectDistinct({ id: units.id, name: units.name })
    .from(supervisions)
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .innerJoin(units, eq(units.id, supervisions.unitId))
    .where(seenBy(who))
    .orderBy(units.name)

/** Units with at least so many red entries since a moment. */
export const listManyReds = (db: Db, who: Actor, since: Date, atLeast: number) =>
  db
    .select({
      unitId: units.id,
      unitZh: units.name,
      reds: sql<number>`count(*)`.mapWith(Number),
      numbers: sql<string[]>`json_agg(${supervisions.number} order by ${supervisions.serial})`,
    })
    .from(supervisions)
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .innerJoin(units, eq(units.id, supervisions.unitId))
    .where(
      and(
        seenBy(who),
        eq(supervisions.colour, 'red'),
        sql`${supervisions.issuedAt} >= ${since.toISOString()}::timestamptz`,
      ),
    )
    .groupBy(units.id, units.name)
    .having(sql`count(*) >= ${atLeast}`)
    .orderBy(units.name)

export const listOfCase = (db: Db, who: Actor, caseId: string) =>
  from(db)
    .where(and(seenBy(who), eq(supervisions.caseId, caseId)))
    .orderBy(desc(supervisions.issuedAt))

/** Colours used in this cycle of the case, by anybody: each is issued once. */
export async function listUsedColours(db: Db, caseId: string, cycle: number) {
  const rows = await db
    .select({ colour: supervisions.colour })
    .from(supervisions)
    .where(and(eq(supervisions.caseId, caseId), eq(supervisions.cycle, cycle)))
  return rows.map(({ colour }) => colour)
}

/** Of these cases, which have a red one in which cycle. */
export async function listReds(db: Db, caseIds: readonly string[]) {
  if (caseIds.length === 0) return new Set<string>()
  const rows = await db
    .select({ caseId: supervisions.caseId, cycle: supervisions.cycle })
    .from(supervisions)
    .where(and(inArray(supervisions.caseId, [...caseIds]), eq(supervisions.colour, 'red')))
  return new Set(rows.map(({ caseId, cycle }) => `${caseId} ${cycle}`))
}

const freePhotos = (who: Actor, ids: readonly string[]) =>
  ids.length === 0
    ? sql<number>`0`.mapWith(Number)
    : sql<number>`(select count(*) from ${files} f where f.id in ${[...ids]} and f.owner_id = ${who.id}
        and not exists (select 1 from ${supervisionPhotos} p where p.file_id = f.id))`.mapWith(Number)

export async function findSupervision(db: Db, who: Actor, id: string, photos: readonly string[] = []) {
  const [found] = await db
    .select({ ...row, events: eventsOf, freePhotos: freePhotos(who, photos) })
    .from(supervisions)
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .innerJoin(units, eq(units.id, supervisions.unitId))
    .where(and(eq(supervisions.id, id), seenBy(who)))
  return found
}
export type FoundSupervision = NonNullable<Awaited<ReturnType<typeof findSupervision>>>
