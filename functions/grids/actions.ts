import { type Duty, inForce, publicChain, publicName, resolveChain } from '../../shared/grids/chain'
import type { ChainLink, CountyView, GridView, MapView, PlaceView } from '../../shared/grids/contract'
import { findGrid, holderOf } from '../../shared/grids/find'
import { placeLabel } from '../../shared/grids/label'
import { GRID_KIND_ZH, type GridKind, TIER_ZH, TIERS, UNIT_KIND_ZH, type UnitKind } from '../../shared/grids/words'
import type { LngLat, Ring } from '../../shared/kit/geo'
import { pageFrom, readCursor } from '../../shared/kit/page'
import { type Actor, isStaff } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import { fail, grant } from '../http/refused'
import {
  findCounty,
  findGridById,
  listAllGrids,
  listDuties,
  listEstates,
  listGridRows,
  listGridsAround,
  listLines,
  listRoads,
  listUnitRows,
} from './queries'

type Row = { id: string; name: string; community: string | null; rings: readonly Ring[] | null }

/** Narrows to the grids that have a border; the table's check holds their other columns filled. */
const bordered = <R extends Row>(rows: readonly R[]) =>
  rows.flatMap((row) => (row.rings === null ? [] : { ...row, rings: row.rings, community: row.community ?? '' }))

/** The grid, the words and the four-level chain of a place, for every column that files something somewhere. */
export async function resolvePlace({ db, now }: Deps, point: LngLat): Promise<PlaceView> {
  const [around, roads] = await Promise.all([listGridsAround(db, point), listRoads(db)])
  const grid = holderOf(bordered(around), point) ?? grant(findGrid(bordered(await listAllGrids(db)), point))
  const [duties, spots] = await Promise.all([listDuties(db, grid.id), listEstates(db, grid.id)])
  return {
    gridId: grid.id,
    gridName: grid.name,
    community: grid.community,
    labelZh: placeLabel(point, grid.community, roads, spots),
    chain: resolveChain(duties, grid, point, now()),
  }
}

/** The chain of a grid, whatever its kind; the point picks the nearest segment and home where the grid has any. */
export async function resolveGridChain({ db, now }: Deps, gridId: string, point: LngLat): Promise<ChainLink[]> {
  const [grid, duties] = await Promise.all([findGridById(db, gridId), listDuties(db, gridId)])
  return grid ? resolveChain(duties, grid, point, now()) : []
}

/** A place in a town (镇), which has no border yet: the reporter names the town and the town answers for it. */
export async function resolveTown({ db }: Deps, townId: string): Promise<{ gridId: string; labelZh: string }> {
  const town = await findGridById(db, townId)
  if (town?.kind !== 'town') return fail('invalid', '没有这个镇，请重新选择', 'townId')
  return { gridId: town.id, labelZh: town.name }
}

/** The same place as the asker may see it: a neighbour's name stays with the staff. */
export async function readPlace(deps: Deps, actor: Actor, point: LngLat): Promise<PlaceView> {
  const place = await resolvePlace(deps, point)
  return isStaff(actor) ? place : { ...place, chain: publicChain(place.chain) }
}

const spot = ({ lng, lat }: { lng: number | null; lat: number | null }) =>
  lng === null || lat === null ? null : { lng, lat }

/** Case numbers begin with it. */
export async function findNumberPrefix({ db }: Deps): Promise<string> {
  return (await findCounty(db))?.numberPrefix ?? fail('not_found', '还没有导入本县资料')
}

export async function readCounty({ db }: Deps): Promise<CountyView> {
  const [found, grids] = await Promise.all([findCounty(db), listAllGrids(db)])
  const { lng, lat, ...words } = found ?? fail('not_found', '还没有导入本县资料')
  const boxes = grids.filter(({ minLng }) => minLng !== null)
  const edge = (pick: 'min' | 'max', of: 'minLng' | 'minLat' | 'maxLng' | 'maxLat', center: number) =>
    boxes.reduce((found, row) => Math[pick](found, row[of] ?? center), center)
  return {
    ...words,
    center: { lng, lat },
    bbox: {
      minLng: edge('min', 'minLng', lng),
      minLat: edge('min', 'minLat', lat),
      maxLng: edge('max', 'maxLng', lng),
      maxLat: edge('max', 'maxLat', lat),
    },
  }
}

const line = (ring: Ring) => ring.map(([lng, lat]): [number, number] => [lng, lat])

export async function readMap({ db }: Deps): Promise<MapView> {
  const [rows, lines] = await Promise.all([listAllGrids(db), listLines(db)])
  return {
    grids: bordered(rows).map(({ id, code, name, community, rings, lng, lat }) => ({
      id,
      code,
      name,
      community,
      center: { lng: lng ?? 0, lat: lat ?? 0 },
      rings: rings.map(line),
    })),
    towns: rows.filter(({ kind }) => kind === 'town').map(({ id, code, name }) => ({ id, code, name })),
    lines: lines.map(({ coordinates, ...named }) => ({ ...named, coordinates: line(coordinates) })),
  }
}

export const listGrids = async ({ db, now }: Deps, { kind }: { kind?: GridKind | undefined }) => ({
  items: await listGridRows(db, kind, now()),
})

export async function readGrid({ db, now }: Deps, actor: Actor, id: string): Promise<GridView> {
  const grid = (await findGridById(db, id)) ?? fail('not_found', '没有找到这个网格')
  const [duties, homes] = await Promise.all([listDuties(db, id), listEstates(db, id)])
  const held = duties.filter((duty) => inForce(duty, now()))
  return {
    id,
    code: grid.code,
    kind: grid.kind,
    kindZh: GRID_KIND_ZH[grid.kind],
    name: grid.name,
    community: grid.community,
    areaKm2: grid.areaKm2,
    center: spot(grid),
    rings: grid.rings?.map(line) ?? null,
    tiers: TIERS.map((tier) => {
      const holders = held.filter((duty) => duty.tier === tier).map((duty) => viewDuty(duty, isStaff(actor)))
      return { tier, zh: TIER_ZH[tier], vacant: holders.length === 0, holders }
    }),
    estates: homes.map((home) => ({ id: home.id, name: home.name, position: { lng: home.lng, lat: home.lat } })),
  }
}

const viewDuty = (duty: Duty & { id: string }, whole: boolean) => {
  const { id, unitId, unitName, postZh, segmentZh } = duty
  const personName = whole ? duty.personName : publicName(duty)
  return { id, unitId, unitName, personName, postZh, segmentZh, anchor: spot(duty) }
}

type UnitAsk = {
  readonly q?: string | undefined
  readonly kind?: UnitKind | undefined
  readonly gridId?: string | undefined
  readonly cursor?: string | undefined
  readonly size: number
}

export async function listUnits({ db, now }: Deps, { q, kind, gridId, cursor, size }: UnitAsk) {
  const after = readCursor(cursor)?.id
  const rows = await listUnitRows(db, { q, kind, gridId, after, size }, now())
  const { items, next } = pageFrom(rows, size, ({ id }) => ({ at: id, id }))
  return { items: items.map((unit) => ({ ...unit, kindZh: UNIT_KIND_ZH[unit.kind] })), next }
}
