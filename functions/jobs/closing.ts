import type { Deps } from '../http/deps'
import { recordClosings, removeNotices } from './closing-queries'

const CLOSED_AT_ONCE = 50

/** 注销: what was asked fifteen days ago and not taken back. */
export async function closeAccounts({ db, now }: Deps) {
  const closed = await recordClosings(db, now(), CLOSED_AT_ONCE)
  if (closed.length > 0) await removeNotices(db, closed)
}
