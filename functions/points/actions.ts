import { pageFrom, readCursor } from '../../shared/kit/page'
import type { PointView } from '../../shared/points/contract'
import { STANDARD_SOURCE_ZH } from '../../shared/points/words'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { findPoint, listCategoryRows, listPointRows, listStandards } from './queries'

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

export async function readPoint({ db }: Deps, id: string): Promise<PointView> {
  const point = (await findPoint(db, id)) ?? fail('not_found', '没有找到这个点位')
  const clauses = await listStandards(db, point.categoryNo)
  return { ...point, standards: clauses.map((one) => ({ ...one, sourceZh: STANDARD_SOURCE_ZH[one.source] })) }
}
