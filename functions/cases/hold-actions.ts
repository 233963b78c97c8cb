import type { z } from 'zod'
import type { HoldRow, ListHolds } from '../../shared/cases/hold-contract'
import { publicCount } from '../../shared/kit/small-cells'
import { shanghai } from '../../shared/kit/time'
import type { Deps } from '../http/deps'
import { countHidden, listHeld } from './hold-queries'
import { publicPlace } from './public-place'

export async function listHolds(deps: Deps): Promise<z.input<typeof ListHolds.reply>> {
  const { db, now } = deps
  const [rows, hidden] = await Promise.all([listHeld(db), countHidden(db)])
  const items = rows.flatMap(({ reason, stageAt, reviewAt, ...row }): HoldRow[] => {
    // The move that suspends asks for both.
    if (reason === null || reviewAt === null) return []
    const isDue = reviewAt <= now()
    return [
      {
        ...row,
        ...publicPlace(deps, row),
        reason,
        since: shanghai(stageAt).day,
        reviewAt: reviewAt.toISOString(),
        isDue,
      },
    ]
  })
  return { items, hidden: publicCount(hidden) }
}
