import type { z } from 'zod'
import type { HoldRow, ListHolds } from '../../shared/cases/hold-contract'
import { pageFrom } from '../../shared/kit/page'
import { publicCount } from '../../shared/kit/small-cells'
import { shanghai } from '../../shared/kit/time'
import type { Deps } from '../http/deps'
import { momentCursor } from '../people/staff-actions'
import { countHidden, listHeld } from './hold-queries'
import { publicPlace } from './public-place'

type Asked = z.output<typeof ListHolds.body>

export async function listHolds(deps: Deps, { cursor, size }: Asked): Promise<z.input<typeof ListHolds.reply>> {
  const { db, now } = deps
  const [rows, hidden] = await Promise.all([listHeld(db, { after: momentCursor(cursor), size }), countHidden(db)])
  const page = pageFrom(rows, size, ({ reviewAt, id }) => ({ at: reviewAt?.toISOString() ?? '', id }))
  const items = page.items.flatMap(({ reason, stageAt, reviewAt, ...row }): HoldRow[] => {
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
  return { items, next: page.next, hidden: publicCount(hidden) }
}
