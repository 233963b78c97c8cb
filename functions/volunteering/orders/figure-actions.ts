import { orderFigures } from '../../../shared/volunteering/orders/figures'
import type { Deps } from '../../http/deps'
import { listServed } from './figure-queries'

export async function readOrderFigures({ db }: Deps) {
  const rows = await listServed(db)
  const teams = new Map(rows.map(({ teamId, teamZh }) => [teamId, teamZh]))
  const all = { teamId: '', teamZh: '全部队伍', ...orderFigures(rows) }
  const each = [...teams].map(([teamId, teamZh]) => {
    const own = rows.filter((row) => row.teamId === teamId)
    return { teamId, teamZh, ...orderFigures(own) }
  })
  return { all, teams: each }
}
