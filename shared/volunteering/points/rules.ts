import { type Refusal, refuse } from '../../kit/refusal'
import { addDays, shanghai } from '../../kit/time'
import type { ExchangeState } from './moves'

/** 积分办法: rows of the county, the newest that has begun counts. */
export type PointRule = {
  readonly startsOn: string
  readonly pointsPerHour: number
  /** Points earned in a year stay until 31 December of that year plus so many. */
  readonly keptYears: number
}

/** The one in force on a Shanghai day; undefined before the first. */
export const ruleOn = (rules: readonly PointRule[], day: string): PointRule | undefined =>
  rules.filter(({ startsOn }) => startsOn <= day).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]

export const POINT_RULE_RANGE = { pointsPerHour: [0, 100], keptYears: [0, 10] } as const
const AHEAD_DAYS = 3 * 366

/** Why this rule cannot count from its day on, or null: what has begun and what was granted by it stays. */
export function whyNotPointRule(rules: readonly PointRule[], is: PointRule, at: Date): Refusal | null {
  const { startsOn, pointsPerHour, keptYears } = is
  const [points, years] = [POINT_RULE_RANGE.pointsPerHour, POINT_RULE_RANGE.keptYears]
  if (!isWithin(pointsPerHour, points))
    return refuse('invalid', `每小时积分填 ${points[0]} 到 ${points[1]} 之间的整数`, 'pointsPerHour')
  if (!isWithin(keptYears, years))
    return refuse('invalid', `保留年数填 ${years[0]} 到 ${years[1]} 之间的整数`, 'keptYears')
  if (startsOn <= shanghai(at).day) return refuse('invalid', '最早从明天起，已经服务的按原来的办法', 'startsOn')
  if (startsOn > shanghai(addDays(at, AHEAD_DAYS)).day) return refuse('invalid', '最多提前三年定', 'startsOn')
  const was = ruleOn(rules, startsOn)
  const isSame = was?.pointsPerHour === pointsPerHour && was.keptYears === keptYears
  return isSame ? refuse('invalid', '这一天本来就是这样，没有改动') : null
}

const isWithin = (n: number, [min, max]: readonly [number, number]) => Number.isInteger(n) && n >= min && n <= max

/** 当年年底, 次年年底. */
export const keptZh = (years: number) => ['当年年底', '次年年底'][years] ?? `${years} 年后的年底`

/** As the journal of settings has it. */
export const pointRuleFacts = ({ startsOn, pointsPerHour, keptYears }: PointRule): Record<string, string> => ({
  从哪天起: startsOn,
  每满一小时: `${pointsPerHour} 分`,
  到期: keptZh(keptYears),
})

/** One point for each full hour, so a correction gives and takes whole points only. */
const pointsOf = (minutes: number, rule: PointRule) => Math.floor(Math.max(0, minutes) / 60) * rule.pointsPerHour

type Row = {
  /** Measured minutes of its record before this row of the ledger, and after it. */
  readonly before: number
  readonly after: number
  readonly servedAt: Date
}

/** What one row of the hours ledger is worth; negative for what it takes back. */
export function pointsOfRow({ before, after, servedAt }: Row, rules: readonly PointRule[]) {
  const { day, year } = shanghai(servedAt)
  const rule = ruleOn(rules, day)
  if (!rule) return { points: 0, expiresOn: `${year}-12-31` }
  return { points: pointsOf(after, rule) - pointsOf(before, rule), expiresOn: `${year + rule.keptYears}-12-31` }
}

export type Balance = { readonly available: number; readonly debt: number }
/** How a balance moves; `takes` goes back to issue, what it cannot take stays owed. */
export type Movement = { readonly earns: number; readonly takes: number; readonly is: Balance }

/** Earning pays what is owed first; taking back never goes below none: the rest waits as a debt. */
export function moveBalance({ available, debt }: Balance, points: number): Movement {
  if (points >= 0) {
    const takes = Math.min(debt, points)
    return { earns: points, takes, is: { available: available + points - takes, debt: debt - takes } }
  }
  const takes = Math.min(available, -points)
  return { earns: 0, takes, is: { available: available - takes, debt: debt - points - takes } }
}

export type PointItem = {
  readonly id: string
  readonly points: number
  readonly stock: number
  readonly isOn: boolean
  readonly endsOn: string | null
  readonly keepDays: number
}

declare const decided: unique symbol
export type ReserveDecision = {
  readonly itemId: string
  readonly points: number
  readonly at: Date
  readonly expiresAt: Date
  readonly [decided]: true
}

/** Stock and balance are looked at again by the statement itself. */
export function decideReserve(item: PointItem, available: number, at: Date): ReserveDecision | Refusal {
  const { day } = shanghai(at)
  if (!item.isOn || (item.endsOn !== null && item.endsOn < day)) return refuse('wrong_state', '这件物品已停止兑换')
  if (item.stock < 1) return refuse('full', '这件物品已经兑完')
  if (available < item.points) return refuse('wrong_state', `积分不够，还差 ${item.points - available} 分`)
  return { itemId: item.id, points: item.points, at, expiresAt: addDays(at, item.keepDays) } as ReserveDecision
}

type Exchange = { readonly state: ExchangeState; readonly personId: string; readonly expiresAt: Date }

/** Why it is not handed out; null: it is. */
export function whyNotRedeem({ state, personId, expiresAt }: Exchange, by: string, at: Date): Refusal | null {
  if (personId === by) return refuse('forbidden', '自己的兑换请别的工作人员核销')
  if (state === 'redeemed') return refuse('wrong_state', '这个码已经用过')
  if (state !== 'reserved' || expiresAt < at) return refuse('wrong_state', '这个码已经失效')
  return null
}
