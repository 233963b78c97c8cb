import { asc, desc, eq, sql } from 'drizzle-orm'
import { categories } from '../../../schema/cases/register'
import { people } from '../../../schema/people'
import { rewardCounters, rewardPayees } from '../../../schema/reward-counts'
import { rewardRules } from '../../../schema/rewards'
import type { PayeeWay } from '../../../shared/reports/rewards/moves'
import type { RuleDecision } from '../../../shared/reports/rewards/rules'
import { type Change, changeFrom } from '../../db/changes'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** All versions of all lines, who set them and why; the youngest first. */
export const listRules = (db: Db) =>
  db
    .select({
      id: rewardRules.id,
      lineId: rewardRules.lineId,
      zh: rewardRules.zh,
      classes: rewardRules.classes,
      firstFen: rewardRules.firstFen,
      firstPoints: rewardRules.firstPoints,
      followerFen: rewardRules.followerFen,
      followerPoints: rewardRules.followerPoints,
      dayMaxFen: rewardRules.dayMaxFen,
      monthMaxFen: rewardRules.monthMaxFen,
      dayMaxPoints: rewardRules.dayMaxPoints,
      budgetFen: rewardRules.budgetFen,
      budgetPeriod: rewardRules.budgetPeriod,
      startsOn: rewardRules.startsOn,
      endsOn: rewardRules.endsOn,
      note: rewardRules.note,
      at: rewardRules.at,
      byZh: people.name,
    })
    .from(rewardRules)
    .innerJoin(people, eq(people.id, rewardRules.by))
    .orderBy(desc(rewardRules.startsOn), desc(rewardRules.at), asc(rewardRules.id))

export const listCategoryRewards = (db: Db) =>
  db.select({ code: categories.code, zh: categories.zh, reward: categories.reward }).from(categories)

export const listBudgetUse = (db: Db) =>
  db
    .select({ lineId: rewardCounters.owner, period: rewardCounters.period, used: rewardCounters.used })
    .from(rewardCounters)
    .where(eq(rewardCounters.kind, 'budget'))

type Set = { readonly by: string; readonly note: string; readonly at: Date; readonly change: Change }

export async function recordRule(db: Db, send: Send, { rule }: RuleDecision, { by, note, at, change }: Set) {
  const row = { ...rule, by, note, at }
  const made = db.$with('made').as(db.insert(rewardRules).values(row).returning({ id: rewardRules.id }))
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, rule.id, at, made))
    .select()
    .from(made)
}

type Payee = { readonly personId: string; readonly way: PayeeWay; readonly name: string; readonly at: Date }

export async function recordPayee(db: Db, send: Send, row: Payee) {
  const { way, name, at } = row
  const bound = db.$with('bound').as(
    db
      .insert(rewardPayees)
      .select(db.select(intoAll(rewardPayees, row)).from(sql`(values (1)) as one(n)`))
      .onConflictDoUpdate({ target: rewardPayees.personId, set: { way, name, at } })
      .returning({ personId: rewardPayees.personId }),
  )
  await db
    .with(bound, sendFrom(db, send, row.personId, at, bound))
    .select()
    .from(bound)
}
