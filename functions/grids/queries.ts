import { and, asc, eq, gt, gte, ilike, lte, type SQL, sql } from 'drizzle-orm'
import { county, estates, gridDuties, grids, mapLines, units } from '../../schema/grids'
import type { GridKind, UnitKind } from '../../shared/grids/words'
import { boxDegrees, type LngLat } from '../../shared/kit/geo'
import type { Db } from '../db/types'

export async function findCounty(db: Db) {
  const [row] = await db.select().from(county)
  return row
}

const shape = { id: grids.id, code: grids.code, name: grids.name, community: grids.community, rings: grids.rings }
const center = { lng: grids.lng, lat: grids.lat }
const box = { minLng: grids.minLng, minLat: grids.minLat, maxLng: grids.maxLng, maxLat: grids.maxLat }

export const listAllGrids = (db: Db) =>
  db
    .select({ ...shape, ...center, ...box, kind: grids.kind })
    .from(grids)
    .orderBy(asc(grids.code))

/** The grids whose box holds the point, a little widened; seldom more than three. */
export function listGridsAround(db: Db, { lng, lat }: LngLat) {
  const { dLng, dLat } = boxDegrees(lat, 2)
  return db
    .select(shape)
    .from(grids)
    .where(
      and(
        lte(grids.minLng, lng + dLng),
        gte(grids.maxLng, lng - dLng),
        lte(grids.minLat, lat + dLat),
        gte(grids.maxLat, lat - dLat),
      ),
    )
    .orderBy(asc(grids.code))
}

export const listLines = (db: Db) => db.select().from(mapLines).orderBy(asc(mapLines.id))

export const listRoads = (db: Db) =>
  db
    .select({ name: mapLines.name, coordinates: mapLines.coordinates })
    .from(mapLines)
    .where(eq(mapLines.kind, 'road'))
    .orderBy(asc(mapLines.id))

/** All duties a grid ever had; which of them are in force is the rule's to say. */
export const listDuties = (db: Db, gridId: string) =>
  db
    .select({
      id: gridDuties.id,
      tier: gridDuties.tier,
      unitId: gridDuties.unitId,
      unitName: units.name,
      personName: gridDuties.personName,
      postZh: gridDuties.postZh,
      segmentZh: gridDuties.segmentZh,
      lng: gridDuties.lng,
      lat: gridDuties.lat,
      startsAt: gridDuties.startsAt,
      endsAt: gridDuties.endsAt,
    })
    .from(gridDuties)
    .leftJoin(units, eq(units.id, gridDuties.unitId))
    .where(eq(gridDuties.gridId, gridId))
    .orderBy(asc(gridDuties.tier), asc(gridDuties.id))

export const listEstates = (db: Db, gridId: string) =>
  db
    .select({ id: estates.id, name: estates.name, lng: estates.lng, lat: estates.lat })
    .from(estates)
    .where(eq(estates.gridId, gridId))
    .orderBy(asc(estates.id))

export async function findGridById(db: Db, id: string) {
  const [row] = await db.select().from(grids).where(eq(grids.id, id))
  return row
}

export async function findUnitById(db: Db, id: string) {
  const [row] = await db.select().from(units).where(eq(units.id, id))
  return row
}

const inForceAt = (at: Date) =>
  sql`d.starts_at <= ${at.toISOString()}::timestamptz and (d.ends_at is null or d.ends_at > ${at.toISOString()}::timestamptz)`

/** Every grid with its lead department and how many hold each tier at the moment. */
export function listGridRows(db: Db, kind: GridKind | undefined, at: Date) {
  const holding = (tier: number) =>
    sql<number>`(select count(*)::int from ${gridDuties} d where d.grid_id = "grids"."id" and d.tier = ${tier} and ${inForceAt(at)})`
  const lead = (column: SQL) =>
    sql<string | null>`(select ${column} from ${gridDuties} d join ${units} u on u.id = d.unit_id
      where d.grid_id = "grids"."id" and d.tier = 2 and ${inForceAt(at)} limit 1)`
  return db
    .select({
      id: grids.id,
      code: grids.code,
      kind: grids.kind,
      name: grids.name,
      community: grids.community,
      leadUnitId: lead(sql`u.id`),
      leadUnit: lead(sql`u.name`),
      leaders: holding(1),
      segments: holding(3),
      householders: holding(4),
      estates: sql<number>`(select count(*)::int from ${estates} e where e.grid_id = "grids"."id")`,
    })
    .from(grids)
    .where(kind && eq(grids.kind, kind))
    .orderBy(asc(grids.kind), asc(grids.code))
}

type UnitSearch = {
  readonly q: string | undefined
  readonly kind: UnitKind | undefined
  readonly gridId: string | undefined
  readonly after: string | undefined
  readonly size: number
}

/** One row more than asked, so the caller knows whether a page follows. */
export const listUnitRows = (db: Db, { q, kind, gridId, after, size }: UnitSearch, at: Date) =>
  db
    .select({ id: units.id, name: units.name, kind: units.kind })
    .from(units)
    .where(
      and(
        q ? ilike(units.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        kind && eq(units.kind, kind),
        gridId === undefined
          ? undefined
          : sql`exists (select 1 from ${gridDuties} d where d.unit_id = "units"."id" and d.grid_id = ${gridId} and ${inForceAt(at)})`,
        after === undefined ? undefined : gt(units.id, after),
      ),
    )
    .orderBy(asc(units.id))
    .limit(size + 1)
