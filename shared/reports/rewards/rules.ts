import { type Refusal, refuse } from '../../kit/refusal'
import { dayBefore } from '../../kit/time'

export const BUDGET_PERIODS = ['month', 'quarter', 'year'] as const
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number]

/**
 * 奖励办法: one version of one line of the county's rules. A version holds from its day until the next version of its line or its
 * own last day; versions are added, never changed. Money is in fen; points are counted apart.
 */
export type RewardRule = {
  readonly id: string
  /** The rule whose version this is; its budget runs on through the versions. */
  readonly lineId: string
  readonly zh: string
  readonly classes: readonly string[]
  readonly firstFen: number
  readonly firstPoints: number
  readonly followerFen: number
  readonly followerPoints: number
  readonly dayMaxFen: number
  readonly monthMaxFen: number
  readonly dayMaxPoints: number
  readonly budgetFen: number
  readonly budgetPeriod: BudgetPeriod
  readonly startsOn: string
  readonly endsOn: string | null
}

type Span = { readonly from: string; readonly to: string }
const NEVER = '9999-12-31'

/** The days a version holds, given all versions; null where a later one took all of them. */
function spanOf(rule: RewardRule, rules: readonly RewardRule[]): Span | null {
  const next = rules
    .filter(({ lineId, startsOn }) => lineId === rule.lineId && startsOn > rule.startsOn)
    .map(({ startsOn }) => dayBefore(startsOn))
  const to = [rule.endsOn ?? NEVER, ...next].reduce((a, b) => (a < b ? a : b))
  return to < rule.startsOn ? null : { from: rule.startsOn, to }
}

/** The version of each line that holds on a day. */
export const rulesOn = (rules: readonly RewardRule[], day: string) =>
  rules.filter((rule) => {
    const span = spanOf(rule, rules)
    return span !== null && span.from <= day && day <= span.to
  })

/** The one rule that pays a class on a day: the youngest, should two lines ever name the same class. */
export const ruleFor = (rules: readonly RewardRule[], code: string, day: string) =>
  rulesOn(rules, day)
    .filter(({ classes }) => classes.includes(code))
    .sort((a, b) => (a.startsOn === b.startsOn ? a.id.localeCompare(b.id) : a.startsOn < b.startsOn ? 1 : -1))[0]

/** 2026-06, 2026-Q2, 2026: whose budget a day draws on. */
export function periodOf(period: BudgetPeriod, day: string) {
  if (period === 'month') return day.slice(0, 7)
  return period === 'year' ? day.slice(0, 4) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

type Category = { readonly code: string; readonly zh: string; readonly reward: 'money' | 'thanks' | 'none' }
type RuleFacts = {
  readonly rules: readonly RewardRule[]
  readonly categories: readonly Category[]
  readonly today: string
}

declare const decided: unique symbol
/** Minted only by `decideRule`; the record statement takes nothing else. */
export type RuleDecision = { readonly rule: RewardRule; readonly [decided]: true }

export function decideRule(rule: RewardRule, facts: RuleFacts): RuleDecision | Refusal {
  const wrong = wrongDays(rule, facts) ?? wrongAmounts(rule) ?? wrongClasses(rule, facts) ?? clash(rule, facts)
  return wrong ?? ({ rule } as RuleDecision)
}

function wrongDays({ startsOn, endsOn }: RewardRule, { today }: RuleFacts) {
  if (startsOn < today) return refuse('invalid', '开始日期不能早于今天，已经发生的按当时的办法', 'startsOn')
  if (endsOn !== null && endsOn < startsOn) return refuse('invalid', '结束日期不能早于开始日期', 'endsOn')
  return null
}

function wrongAmounts(rule: RewardRule) {
  const { firstFen, followerFen, firstPoints, followerPoints, dayMaxFen, monthMaxFen, budgetFen, dayMaxPoints } = rule
  if (firstFen + firstPoints === 0) return refuse('invalid', '首报人的奖金和积分不能都是 0', 'firstFen')
  if (followerFen > firstFen) return refuse('invalid', '附议的奖金不能高于首报', 'followerFen')
  if (followerPoints > firstPoints) return refuse('invalid', '附议的积分不能高于首报', 'followerPoints')
  if (firstFen > dayMaxFen) return refuse('invalid', '每人每天的上限不能低于一次首报的奖金', 'dayMaxFen')
  if (dayMaxFen > monthMaxFen) return refuse('invalid', '每人每月的上限不能低于每天的上限', 'monthMaxFen')
  if (firstFen > budgetFen) return refuse('invalid', '预算不够发一次首报', 'budgetFen')
  if (firstPoints > dayMaxPoints) return refuse('invalid', '每天积分的上限不能低于一次首报的积分', 'dayMaxPoints')
  return null
}

function wrongClasses({ classes, firstFen }: RewardRule, { categories }: RuleFacts) {
  for (const code of classes) {
    const category = categories.find((one) => one.code === code)
    if (!category) return refuse('invalid', `没有类别 ${code}`, 'classes')
    if (category.reward === 'none') return refuse('invalid', `${category.zh}不发奖励，请去掉这一类`, 'classes')
    if (category.reward === 'thanks' && firstFen > 0)
      return refuse('invalid', `${category.zh}只发积分，请另设一条不发奖金的办法`, 'classes')
  }
  return null
}

/** A class is paid by one line at a time. */
function clash(rule: RewardRule, { rules, categories }: RuleFacts) {
  const all = [...rules, rule]
  const mine = spanOf(rule, all)
  for (const other of rules.filter(({ lineId }) => lineId !== rule.lineId)) {
    const span = spanOf(other, all)
    if (!mine || !span || span.from > mine.to || mine.from > span.to) continue
    const code = other.classes.find((one) => rule.classes.includes(one))
    const zh = categories.find((one) => one.code === code)?.zh
    if (code !== undefined) return refuse('overlap', `${zh ?? code}同期已按《${other.zh}》发奖励`, 'classes')
  }
  return null
}
