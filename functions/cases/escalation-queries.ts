import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
import { units } from '../../schema/grids'
import { notices } from '../../schema/notices'
import type { Listener } from '../../shared/cases/tells'
import type { Db } from '../db/types'
import { type About, LISTENERS } from './tell-queries'

/** Cases whose handling clock runs, page by page in the order of their ids. */
export const listRunning = (db: Db, afterId: string, size: number) =>
  db
    .select({
      caseId: cases.id,
      state: cases.state,
      title: cases.title,
      number: cases.number,
      address: cases.addressZh,
      gridId: cases.gridId,
      unitId: cases.unitId,
      inspectorId: cases.inspectorId,
      coOpen: cases.coOpen,
      cycle: cases.cycle,
      limitMinutes: cases.limitMinutes,
      limitClock: cases.limitClock,
      dueAt: cases.dueAt,
      pausedLeft: cases.pausedLeft,
      unit: sql<string>`coalesce(${units.name}, '')`,
    })
    .from(cases)
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(and(inArray(cases.state, ['dispatched', 'processing']), gt(cases.id, afterId)))
    .orderBy(asc(cases.id))
    .limit(size)

export type Running = Awaited<ReturnType<typeof listRunning>>[number]

/** Which of these causes somebody was told of already: they need no second statement. */
export async function listTold(db: Db, causes: readonly string[]) {
  if (causes.length === 0) return new Set<string>()
  const rows = await db
    .selectDistinct({ cause: notices.cause })
    .from(notices)
    .where(inArray(notices.cause, [...causes]))
  return new Set(rows.map(({ cause }) => cause))
}

type Warning = {
  readonly cause: string
  readonly to: readonly Listener[]
  readonly title: string
  readonly text: string
  readonly link: string
  readonly at: Date
  /** Whoever did it themselves is not told. */
  readonly except?: string
}

/** One row a listener, in one order, so that two sweeps at once neither double a message nor block each other. */
export async function recordWarning(db: Db, about: About, warning: Warning) {
  const { cause, to, title, text, link, at, except = '' } = warning
  const heard: SQL[] = to.map((listener) => LISTENERS[listener](about))
  await db.execute(sql`insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(${cause}::text || who.person_id), who.person_id, ${cause}::text, ${title}::text, ${text}::text,
      ${link}::text, ${at.toISOString()}::timestamptz
    from (${sql.join(heard, sql` union `)}) who where who.person_id <> ${except}::text order by who.person_id on conflict do nothing`)
}
