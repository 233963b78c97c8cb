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
