import type { Db } from '../db/types'
import { findBrokenDay, findBrokenRow } from '../people/audit-queries'

/** Walks the whole audit chain and sets it against the heads of the days; throws with the first place that does not fit. */
export async function verifyAudit(db: Db): Promise<string> {
  const { checked, broken } = await findBrokenRow(db, null)
  if (broken !== null) throw new Error(`审计链在第 ${broken} 行断开：这一行被改过，或它前面有行被删`)
  const day = await findBrokenDay(db)
  if (day !== null) throw new Error(`${day} 留底的链头和审计链对不上：那天或之前的行被整段换过或删过`)
  return `审计链完好：${checked} 行，每天的链头都对得上`
}
