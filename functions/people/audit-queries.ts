import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { auditHeads, auditLog } from '../../schema/audit'
import { people } from '../../schema/people'
import { type AuditOutcome, LOG_DAYS_LEAST } from '../../shared/people/audit'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'

type Filter = {
  readonly outcome: AuditOutcome | undefined
  readonly personId: string | undefined
  /** [from, to) */
  readonly span: readonly [Date, Date] | null
  readonly before: number | null
  readonly size: number
}

/** Newest first; one row more than asked. */
export const listAuditRows = (db: Db, { outcome, personId, span, before, size }: Filter) =>
  db
    .select({ row: auditLog, name: people.name })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.personId))
    .where(
      and(
        outcome && eq(auditLog.outcome, outcome),
        personId ? eq(auditLog.personId, personId) : undefined,
        span
          ? sql`${auditLog.at} >= ${span[0].toISOString()}::timestamptz and ${auditLog.at} < ${span[1].toISOString()}::timestamptz`
          : undefined,
        before === null ? undefined : lt(auditLog.seq, before),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(size + 1)

/** Recomputes the last rows (all of them by null): the first that was changed, taken out, or does not follow the one before it. */
export async function findBrokenRow(db: Db, last: number | null) {
  const rows = await rowsOf<{
    checked: number
    broken: number | null
    rows: number
  }>(
    db,
    sql`
    with part as (select a.*, audit_hash(a) as right_hash from ${auditLog} a order by a.seq desc limit ${last}),
    told as (select *, lag(seq) over w as seq_before, lag(hash) over w as hash_before from part window w as (order by seq))
    select count(*)::int as checked, min(seq) filter (where hash <> right_hash or alg <> 'sha256'
      or seq_before is not null and (seq <> seq_before + 1 or prev_hash <> hash_before)
      or seq_before is null and ${last}::int is null and prev_hash <> '' and not exists (
        select 1 from ${auditHeads} h where h.seq = told.seq - 1 and h.hash = prev_hash))::int as broken,
      (select count(*)::int from ${auditLog}) as rows from told`,
  )
  return rows[0] ?? { checked: 0, broken: null, rows: 0 }
}

/** The first day whose head is no longer the row it was, as long as that row is kept. */
export async function findBrokenDay(db: Db) {
  const rows = await rowsOf<{
    day: string
  }>(
    db,
    sql`
    select h.day::text as day from ${auditHeads} h left join ${auditLog} a on a.seq = h.seq
    where a.hash is distinct from h.hash and (h.seq >= (select coalesce(min(seq), 0) from ${auditLog})
      or h.day > (select max(at)::date - ${LOG_DAYS_LEAST}::int from ${auditLog})) order by h.day limit 1`,
  )
  return rows[0]?.day ?? null
}

export const listHeads = (db: Db, most: number) =>
  db.select().from(auditHeads).orderBy(desc(auditHeads.day)).limit(most)

/** The last row before this moment as the head of the day before it; nothing where there is no new one. */
export async function recordHead(db: Db, day: string, endsAt: Date, at: Date) {
  const rows = await rowsOf<{
    day: string
    seq: number
    alg: string
    hash: string
  }>(
    db,
    sql`
    insert into ${auditHeads} (day, seq, alg, hash, at)
    select ${day}::date, seq, alg, hash, ${at.toISOString()}::timestamptz from ${auditLog}
    where at < ${endsAt.toISOString()}::timestamptz order by seq desc limit 1
    on conflict (day) do nothing returning day::text, seq::int, alg, hash`,
  )
  return rows[0]
}
