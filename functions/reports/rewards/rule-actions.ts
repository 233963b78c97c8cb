import type { z } from 'zod'
import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { decideRule, periodOf, rulesOn } from '../../../shared/reports/rewards/rules'
import type { RewardBook, SetRewardRule } from '../../../shared/reports/rewards/rules-contract'
import { BUDGET_PERIOD_ZH, yuanZh } from '../../../shared/reports/rewards/words'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { listBudgetUse, listCategoryRewards, listRules, recordRule } from './rule-queries'

const readRules = async ({ db }: Deps) =>
  (await listRules(db)).map(({ classes, ...rule }) => ({ ...rule, classes: [...classes] }))

export async function readRewardBook(deps: Deps): Promise<RewardBook> {
  const [rules, uses] = await Promise.all([readRules(deps), listBudgetUse(deps.db)])
  const { day } = shanghai(deps.now())
  const on = rulesOn(rules, day)
  return {
    items: rules.map(({ at, ...rule }) => ({
      ...rule,
      at: at.toISOString(),
      isOn: on.some(({ id }) => id === rule.id),
    })),
    budgets: on
      .filter(({ firstFen }) => firstFen > 0)
      .map(({ lineId, zh, budgetFen, budgetPeriod }) => {
        const period = periodOf(budgetPeriod, day)
        const usedFen = uses.find((use) => use.lineId === lineId && use.period === period)?.used ?? 0
        return { lineId, zh, period, usedFen, budgetFen }
      }),
  }
}

type Rule = Omit<RewardBook['items'][number], 'note' | 'byZh' | 'at' | 'isOn'>

/** What of a rule can be argued about later; nobody who is paid by it. */
const factsOf = (rule: Rule) => ({
  名称: rule.zh,
  类别: rule.classes.join('、'),
  首报: `${yuanZh(rule.firstFen)}，${rule.firstPoints} 分`,
  附议: `${yuanZh(rule.followerFen)}，${rule.followerPoints} 分`,
  每人上限: `每天 ${yuanZh(rule.dayMaxFen)}、${rule.dayMaxPoints} 分，每月 ${yuanZh(rule.monthMaxFen)}`,
  预算: `${yuanZh(rule.budgetFen)}（${BUDGET_PERIOD_ZH[rule.budgetPeriod]}）`,
  起止: `${rule.startsOn} 至 ${rule.endsOn ?? '另定'}`,
})

type Body = z.output<typeof SetRewardRule.body>

export async function setRewardRule(deps: Deps, { id: by }: Actor, body: Body, send: Send) {
  const { key: _key, note, lineId, ...draft } = body
  const [rules, categories] = await Promise.all([readRules(deps), listCategoryRewards(deps.db)])
  if (lineId !== null && !rules.some((rule) => rule.lineId === lineId)) return fail('not_found', '没有这条奖励办法')
  const id = deps.newId()
  const rule = { ...draft, classes: [...new Set(draft.classes)], id, lineId: lineId ?? id }
  const at = deps.now()
  const decision = grant(decideRule(rule, { rules, categories, today: shanghai(at).day }))
  const was = rules.find((old) => old.lineId === rule.lineId)
  const change = {
    ...{ id: deps.newId(), kind: 'reward_rule_changed' as const, subjectId: rule.lineId, by, at },
    zh: `${was ? '修改' : '新增'}奖励办法“${rule.zh}”`,
    before: was ? factsOf(was) : {},
    after: factsOf(rule),
  }
  await recordRule(deps.db, send, decision, { by, note, at, change }).catch((err: unknown) => {
    if (brokenConstraint(err, 'reward_rules_line_day_key'))
      return fail('conflict', '这条办法当天已经定过一版，请换一个开始日期', 'startsOn')
    throw err
  })
  return readRewardRule(deps, id)
}

export async function readRewardRule(deps: Deps, id: string) {
  const found = (await readRules(deps)).find((rule) => rule.id === id) ?? fail('not_found', '没有这条奖励办法')
  const { note: _note, byZh: _by, at: _at, ...rule } = found
  return rule
}
