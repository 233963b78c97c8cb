import { periodOf, type RewardRule, ruleFor } from './rules'

/** 首报 is the reporter of the case that came in first; everyone after, by a report or by 我也遇到, is 附议. */
export const REWARD_RANKS = ['first', 'follower'] as const
export type RewardRank = (typeof REWARD_RANKS)[number]

/** Why nothing was earned. The last four are said by the database, which holds the caps and the budget. */
export const UNPAID_REASONS = [
  ...(['staff', 'own_unit', 'platform', 'anonymous', 'already', 'class_none', 'no_rule', 'nothing'] as const),
  ...(['day_cap', 'month_cap', 'points_cap', 'budget'] as const),
] as const
export type UnpaidReason = (typeof UNPAID_REASONS)[number]

/** What the house knows of one person's part in one closed case, merged reports included. */
export type RewardClaim = {
  readonly rank: RewardRank
  /** The Shanghai day on which the person came forward: its rule and its caps count. */
  readonly day: string
  readonly categoryCode: string
  readonly classReward: 'money' | 'thanks' | 'none'
  readonly isStaff: boolean
  readonly isOwnUnit: boolean
  readonly isPlatform: boolean
  readonly isAnonymous: boolean
  /** This person has a reward from a case that has become part of this one. */
  readonly hasEarned: boolean
  readonly isPointsOnly: boolean
}

declare const decided: unique symbol
/** Minted only by `decideEarning`; the record statement takes nothing else. */
export type Earning = {
  readonly rule: RewardRule
  readonly fen: number
  readonly points: number
  readonly period: string
  readonly [decided]: true
}
export type NotEarned = { readonly reason: UnpaidReason }

/** In this order: who never earns is told so, whatever the class or the rule. */
const NEVER_PAID: readonly (readonly [UnpaidReason, (claim: RewardClaim) => boolean])[] = [
  ['staff', ({ isStaff }) => isStaff],
  ['own_unit', ({ isOwnUnit }) => isOwnUnit],
  ['platform', ({ isPlatform }) => isPlatform],
  ['anonymous', ({ isAnonymous }) => isAnonymous],
  ['already', ({ hasEarned }) => hasEarned],
  ['class_none', ({ classReward }) => classReward === 'none'],
]

export function decideEarning(claim: RewardClaim, rules: readonly RewardRule[]): Earning | NotEarned {
  const never = NEVER_PAID.find(([, holds]) => holds(claim))
  if (never) return { reason: never[0] }
  const rule = ruleFor(rules, claim.categoryCode, claim.day)
  if (!rule) return { reason: 'no_rule' }
  const isFirst = claim.rank === 'first'
  const isMoney = claim.classReward === 'money' && !claim.isPointsOnly
  const fen = isMoney ? (isFirst ? rule.firstFen : rule.followerFen) : 0
  const points = isFirst ? rule.firstPoints : rule.followerPoints
  if (fen + points === 0) return { reason: 'nothing' }
  return { rule, fen, points, period: periodOf(rule.budgetPeriod, claim.day) } as Earning
}

export const isEarned = (answer: Earning | NotEarned): answer is Earning => 'rule' in answer

/** One count of what was given, and what it may come to. */
export type Cap = {
  readonly kind: 'budget' | 'day' | 'month' | 'points'
  readonly owner: string
  readonly period: string
  readonly amount: number
  readonly cap: number
}

/** Every count a reward adds to, in the one order in which they are ever locked; a count of nothing is left out. */
export function capsOf({ rule, fen, points, period }: Earning, personId: string, day: string): readonly Cap[] {
  const caps: readonly Cap[] = [
    { kind: 'budget', owner: rule.lineId, period, amount: fen, cap: rule.budgetFen },
    { kind: 'day', owner: personId, period: day, amount: fen, cap: rule.dayMaxFen },
    { kind: 'month', owner: personId, period: day.slice(0, 7), amount: fen, cap: rule.monthMaxFen },
    { kind: 'points', owner: personId, period: day, amount: points, cap: rule.dayMaxPoints },
  ]
  return caps.filter(({ amount }) => amount > 0)
}
