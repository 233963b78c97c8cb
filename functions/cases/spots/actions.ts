import type { z } from 'zod'
import type { ListSpots } from '../../../shared/cases/spots-contract'
import { addDays, nextDay, shanghai, shanghaiMoment } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { Deps } from '../../http/deps'
import { fail } from '../../http/refused'
import { listHeat, listReturned, listSeen } from './queries'

const DAYS_MAX = 370
/** The middle of China: a square is a little wider in the north and narrower in the south. */
const LAT = 33

type Asked = z.output<typeof ListSpots.body>

export async function listSpots(deps: Deps, actor: Actor, { from, to, ...narrow }: Asked) {
  const [since, until] = [shanghaiMoment(from), shanghaiMoment(nextDay(to))]
  if (until <= since) fail('invalid', '截止日期早于起始日期', 'to')
  if (until > addDays(since, DAYS_MAX)) fail('invalid', '一次最多看一年', 'to')
  const wanted = { ...narrow, since, until, lat: LAT }
  const [heat, returned] = await Promise.all([listHeat(deps.db, actor, wanted), listReturned(deps.db, actor, wanted)])
  const beforeIds = [...new Set(returned.flatMap(({ beforeId }) => beforeId ?? []))]
  const seen = beforeIds.length === 0 ? [] : await listSeen(deps.db, actor, beforeIds)
  return {
    total: heat[0]?.total ?? 0,
    heat,
    relapses: returned.map(({ beforeId, submittedAt, ...one }) => {
      const before = seen.find(({ id }) => id === beforeId)
      return {
        ...one,
        day: shanghai(submittedAt).day,
        before: before
          ? { id: before.id, number: before.number, day: shanghai(before.endedAt ?? submittedAt).day }
          : null,
      }
    }),
  }
}
