import { shanghai } from '../../../shared/kit/time'
import { moveBalance, type PointRule, pointsOfRow } from '../../../shared/volunteering/points/rules'
import { brokenConstraint } from '../../db/errors'
import type { Deps } from '../../http/deps'
import { findBalance, listExpired, listLapsed, listPointRules, listUnmarked, type UnmarkedRow } from './queries'
import { recordAccount, recordEarning, recordEnd, recordExpiry } from './record-queries'

const BATCH = 200

/** Points follow the hours ledger, the clock and the reservations; late, twice or on several servers at once, they end the same. */
export async function sweepPoints(deps: Deps): Promise<number> {
  return (await earnPoints(deps)) + (await lapseExchanges(deps)) + (await expirePoints(deps))
}

async function earnPoints(deps: Deps) {
  const rows = await listUnmarked(deps.db, BATCH)
  if (rows.length === 0) return 0
  const rules = await listPointRules(deps.db)
  for (const row of rows) await earn(deps, row, rules)
  return rows.length
}

async function earn({ db, now }: Deps, row: UnmarkedRow, rules: readonly PointRule[]) {
  const { ledgerId, personId } = row
  const { points, expiresOn } = pointsOfRow({ ...row, servedAt: new Date(row.servedAt) }, rules)
  await recordAccount(db, personId)
  const balance = await findBalance(db, personId)
  const movement = moveBalance(balance, points)
  const { version } = balance
  const at = now()
  await recordEarning(db, { ledgerId, personId, points, expiresOn, movement, version, at }).catch((err: unknown) => {
    // Another server was quicker.
    if (!brokenConstraint(err, 'volunteer_point_marks_pkey')) throw err
  })
}

async function lapseExchanges({ db, now }: Deps) {
  const at = now()
  const due = await listLapsed(db, at, BATCH)
  for (const { id } of due) await recordEnd(db, { id, to: 'lapsed', by: null, at, send: null })
  return due.length
}

async function expirePoints({ db, now }: Deps) {
  const at = now()
  const today = shanghai(at).day
  const due = await listExpired(db, today, BATCH)
  for (const one of due) await recordExpiry(db, { ...one, today }, at)
  return due.length
}
