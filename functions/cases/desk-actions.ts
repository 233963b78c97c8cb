import type { z } from 'zod'
import type { ListSimilarToCase } from '../../shared/cases/desk-contract'
import { distanceM } from '../../shared/kit/geo'
import { addDays, shanghai } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import { photoView } from '../files/actions'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { findCase } from './case-queries'
import { listTwinCases } from './hint-queries'
import { listLike } from './like-queries'

const LIKE_MAX = 5

/** What the office may take for the same problem; a case it may not see is not among them. */
export async function listSimilarToCase(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<z.input<typeof ListSimilarToCase.reply>> {
  const found = (await findCase(deps.db, actor, id)) ?? fail('not_found', '没有找到这件案件')
  const { lng, lat, categoryCode } = found
  const { nearM, nearDays } = found.category
  const twinIds = await listTwinCases(deps.db, id)
  const rows = await listLike(deps.db, actor, {
    id,
    twinIds,
    lng,
    lat,
    categoryCode,
    nearM,
    since: addDays(deps.now(), -nearDays),
  })
  const near = rows
    .map((row) => ({ ...row, isTwin: twinIds.includes(row.id), distanceM: Math.round(distanceM(found, row)) }))
    .filter((row) => row.distanceM <= nearM || row.isTwin)
    .sort((a, b) => Number(b.isTwin) - Number(a.isTwin) || a.distanceM - b.distanceM)
  return {
    items: near.slice(0, LIKE_MAX).map(({ cover, submittedAt, lng: _lng, lat: _lat, ...row }) => ({
      ...row,
      day: shanghai(submittedAt).day,
      photo: cover && photoView(deps, cover),
    })),
  }
}
