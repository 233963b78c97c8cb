import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { hoursLedger } from '../../../schema/volunteering/hours'
import {
  pointExchanges,
  pointItems,
  volunteerPointBalances,
  volunteerPointMarks,
  volunteerPointPostings,
  volunteerPointRules,
} from '../../../schema/volunteering/points'
import type { Cursor } from '../../../shared/kit/page'
import { rowsOf } from '../../db/raw'
import type { Db } from '../../db/types'

export const listPointRules = (db: Db) =>
  db.select().from(volunteerPointRules).orderBy(desc(volunteerPointRules.startsOn))

export const EMPTY = { available: 0, reserved: 0, debt: 0, version: 0 }

export async function findBalance(db: Db, personId: string) {
  const [row] = await db.select().from(volunteerPointBalances).where(eq(volunteerPointBalances.personId, personId))
  return row ?? { personId, ...EMPTY }
}

export type UnmarkedRow = {
  readonly ledgerId: string
  readonly personId: string
  readonly servedAt: string
  readonly before: number
  readonly after: number
}

/** Rows of the hours ledger nobody looked at yet, oldest first; only measured minutes of a record count. */
export async function listUnmarked(db: Db, size: number): Promise<readonly UnmarkedRow[]> {
  const measured = sql.raw(
    `case when evidence in ('strong', 'medium') and record_id is not null then minutes else 0 end`,
  )
  const rows = await rowsOf<UnmarkedRow>(
    db,
    sql`with fresh as (
      select l.id, l.seq, l.person_id, l.record_id, l.served_at, ${measured} as worth from ${hoursLedger} l
      where not exists (select 1 from ${volunteerPointMarks} m where m.ledger_id = l.id) order by l.seq limit ${size}
    )
    select f.id as "ledgerId", f.person_id as "personId", f.served_at as "servedAt", p.before::int as before,
      (p.before + f.worth)::int as after
    from fresh f, lateral (select coalesce(sum(${measured}), 0) as before from ${hoursLedger} o
      where o.record_id = f.record_id and o.seq < f.seq) p order by f.seq`,
  )
  return rows
}

/** What has passed its last day and was neither used nor taken back: the oldest points go first. */
export async function listExpired(db: Db, today: string, size: number) {
  const rows = await rowsOf<{ personId: string; version: number; available: number; amount: number }>(
    db,
    sql`select b.person_id as "personId", b.version, b.available,
      least(b.available, e.earned - (p.earned - b.available))::int as amount
    from ${volunteerPointBalances} b,
      lateral (select coalesce(sum(amount), 0) as earned from ${volunteerPointPostings} x
        where x.person_id = b.person_id and x.kind = 'earn' and x.expires_on < ${today}::date) e,
      lateral (select coalesce(sum(amount), 0) as earned from ${volunteerPointPostings} x
        where x.person_id = b.person_id and x.kind = 'earn') p
    where b.available > 0 and e.earned > p.earned - b.available order by b.person_id limit ${size}`,
  )
  return rows
}

/** What is still there of what ends next, by day. */
export async function findNextExpiry(db: Db, personId: string, today: string) {
  const rows = await rowsOf<{ on: string; amount: number }>(
    db,
    sql`with years as (
      select x.expires_on, sum(sum(x.amount)) over (order by x.expires_on) as upto,
        sum(sum(x.amount)) over () as earned
      from ${volunteerPointPostings} x where x.person_id = ${personId} and x.kind = 'earn' group by x.expires_on)
    select y.expires_on::text as "on", least(b.available, y.upto - (y.earned - b.available))::int as amount
    from years y, ${volunteerPointBalances} b
    where b.person_id = ${personId} and y.expires_on >= ${today}::date and y.upto > y.earned - b.available
    order by y.expires_on limit 1`,
  )
  return rows[0] ?? null
}

export const listPostings = (db: Db, personId: string, size: number, cursor: Cursor | null) =>
  db
    .select()
    .from(volunteerPointPostings)
    .where(
      and(
        eq(volunteerPointPostings.personId, personId),
        cursor
          ? sql`(${volunteerPointPostings.at}, ${volunteerPointPostings.id}) < (${cursor.at}::timestamptz, ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(volunteerPointPostings.at), desc(volunteerPointPostings.id))
    .limit(size + 1)

const exchange = {
  id: pointExchanges.id,
  personId: pointExchanges.personId,
  points: pointExchanges.points,
  state: pointExchanges.state,
  codeHash: pointExchanges.codeHash,
  at: pointExchanges.at,
  expiresAt: pointExchanges.expiresAt,
  endedAt: pointExchanges.endedAt,
  itemZh: pointItems.zh,
  placeZh: pointItems.placeZh,
  windowZh: pointItems.windowZh,
}
const exchanges = (db: Db) =>
  db.select(exchange).from(pointExchanges).innerJoin(pointItems, eq(pointItems.id, pointExchanges.itemId))
export type FoundExchange = Awaited<ReturnType<typeof exchanges>>[number]

export const listExchanges = (db: Db, personId: string) =>
  exchanges(db)
    .where(eq(pointExchanges.personId, personId))
    .orderBy(sql`${pointExchanges.state} <> 'reserved'`, desc(pointExchanges.at), desc(pointExchanges.id))
    .limit(50)

export async function findExchange(db: Db, by: { readonly id: string } | { readonly codeHashes: string[] }) {
  const [row] = await exchanges(db).where(
    'id' in by ? eq(pointExchanges.id, by.id) : inArray(pointExchanges.codeHash, by.codeHashes),
  )
  return row
}

export const listLapsed = (db: Db, now: Date, size: number) =>
  db
    .select({ id: pointExchanges.id })
    .from(pointExchanges)
    .where(
      and(eq(pointExchanges.state, 'reserved'), sql`${pointExchanges.expiresAt} < ${now.toISOString()}::timestamptz`),
    )
    .orderBy(asc(pointExchanges.expiresAt), asc(pointExchanges.id))
    .limit(size)

/** What is on offer; all of them for those who keep the register. */
export const listItems = (db: Db, all: boolean, today: string) =>
  db
    .select()
    .from(pointItems)
    .where(
      all
        ? undefined
        : and(eq(pointItems.isOn, true), sql`(${pointItems.endsOn} is null or ${pointItems.endsOn} >= ${today}::date)`),
    )
    .orderBy(sql`${pointItems.isOn} = false`, asc(pointItems.points), asc(pointItems.id))
    .limit(200)

export async function findItem(db: Db, id: string) {
  const [row] = await db.select().from(pointItems).where(eq(pointItems.id, id))
  return row
}
