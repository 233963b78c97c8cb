import { distanceM, type LngLat } from '../../shared/kit/geo'
import { pageFrom, readCursor } from '../../shared/kit/page'
import { NEAR_POINT_M, type PointView } from '../../shared/points/contract'
import { STANDARD_SOURCE_ZH } from '../../shared/points/words'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { findPoint, listCategoryRows, listPointRows, listPointsAround, listStandards } from './queries'

export const listPointCategories = async ({ db }: Deps) => ({ items: await listCategoryRows(db) })

type PointAsk = {
  readonly gridId?: string | undefined
  readonly categoryNo?: number | undefined
  readonly cursor?: string | undefined
  readonly size: number
}

export async function listPoints({ db }: Deps, { gridId, categoryNo, cursor, size }: PointAsk) {
  const after = readCursor(cursor)?.id
  const rows = await listPointRows(db, { gridId, categoryNo, after, size })
  return pageFrom(rows, size, ({ id }) => ({ at: id, id }))
}

const NEAREST = 5

export async function listNearPoints({ db }: Deps, at: LngLat) {
  const around = await listPointsAround(db, at, NEAR_POINT_M)
  const items = around
    .map((one) => ({ ...one, distanceM: Math.round(distanceM(at, one)) }))
    .filter((one) => one.distanceM <= NEAR_POINT_M)
    .sort((a, b) => a.distanceM - b.distanceM || a.code.localeCompare(b.code))
    .slice(0, NEAREST)
  return { items }
}

export async function readPoint({ db }: Deps, id: string): Promise<PointView> {
  const point = (await findPoint(db, id)) ?? fail('not_found', '没有找到这个点位')
  const clauses = await listStandards(db, point.categoryNo)
  return { ...point, standards: clauses.map((one) => ({ ...one, sourceZh: STANDARD_SOURCE_ZH[one.source] })) }
}
