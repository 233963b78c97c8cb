import { and, asc, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { caseRatings } from '../../../schema/cases/crowd'
import { rateExclusions } from '../../../schema/cases/exclusions'
import { caseEvents, cases } from '../../../schema/cases/ledger'
import { grids, units } from '../../../schema/grids'
import type { Rate } from '../../../shared/cases/rates'
import type { Actor } from '../../../shared/people/roles'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { visibleTo } from '../visible-queries'

export type Period = { readonly since: Date; readonly until: Date }

/** 签收, or the reopening of a closed case, which gives it straight back to its unit. */
const signedAt = sql<string | null>`(select min(e.at) from ${caseEvents} e where e.case_id = "cases"."id"
  and e.kind in ('sign', 'reopen') and e.at >= "cases"."dispatched_at")`
const lowestScore = sql<number | null>`(select min(r.score) from ${caseRatings} r
  where r.case_id = "cases"."id" and r.cycle = "cases"."cycle")`
const excludedOf = sql<{ rate: Rate; reason: string; agreed: boolean | null }[]>`coalesce((
  select json_agg(json_build_object('rate', x.rate, 'reason', x.reason, 'agreed', x.agreed))
  from ${rateExclusions} x where x.case_id = "cases"."id" and x.cycle = "cases"."cycle"
    and x.agreed is distinct from false), '[]'::json)`

/** The cases dispatched in a period that the asker may see, with what the rates look at. */
export const listFacts = (db: Db, who: Actor, { since, until }: Period) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      unitId: cases.unitId,
      unitZh: sql<string>`coalesce(${units.name}, '')`,
      gridId: cases.gridId,
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      dispatchedAt: cases.dispatchedAt,
      dueAt: cases.dueAt,
      handledAt: cases.handledAt,
      signedAt,
      lowestScore,
      exclusions: excludedOf,
    })
    .from(cases)
    .leftJoin(units, eq(units.id, cases.unitId))
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .where(
      and(
        visibleTo(who),
        notInArray(cases.state, ['merged', 'withdrawn']),
        sql`${cases.dispatchedAt} >= ${since.toISOString()}::timestamptz`,
        sql`${cases.dispatchedAt} < ${until.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(cases.dispatchedAt), asc(cases.id))
export type FactRow = Awaited<ReturnType<typeof listFacts>>[number]

const asked = (db: Db, where: SQL | undefined) =>
  db
    .select({
      id: rateExclusions.id,
      rate: rateExclusions.rate,
      reason: rateExclusions.reason,
      askedBy: rateExclusions.askedBy,
      agreed: rateExclusions.agreed,
      caseId: cases.id,
      caseNumber: cases.number,
      caseTitle: cases.title,
    })
    .from(rateExclusions)
    .innerJoin(cases, eq(cases.id, rateExclusions.caseId))
    .where(where)
    .orderBy(asc(rateExclusions.askedAt))
export type ExclusionRow = Awaited<ReturnType<typeof asked>>[number]

export const listAsked = (db: Db, who: Actor) => asked(db, and(visibleTo(who), isNull(rateExclusions.agreed)))

export async function findExclusion(db: Db, who: Actor, id: string) {
  const [row] = await asked(db, and(visibleTo(who), eq(rateExclusions.id, id)))
  return row
}

export type NewExclusion = {
  readonly id: string
  readonly caseId: string
  readonly cycle: number
  readonly rate: Rate
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: Date
}

export async function recordExclusion(db: Db, send: Send, row: NewExclusion) {
  const made = db.$with('made').as(db.insert(rateExclusions).values(row).returning({ id: rateExclusions.id }))
  await db
    .with(made, sendFrom(db, send, row.id, row.askedAt, made))
    .select()
    .from(made)
}

/** Undefined means somebody decided it before. */
export async function recordExclusionDecision(
  db: Db,
  send: Send,
  { id, by, agreed, at }: { id: string; by: string; agreed: boolean; at: Date },
) {
  const open = and(eq(rateExclusions.id, id), isNull(rateExclusions.agreed))
  const moved = db
    .$with('moved')
    .as(
      db
        .update(rateExclusions)
        .set({ decidedBy: by, decidedAt: at, agreed })
        .where(open)
        .returning({ id: rateExclusions.id }),
    )
  const [row] = await db
    .with(moved, sendFrom(db, send, id, at, moved))
    .select()
    .from(moved)
  return row
}
