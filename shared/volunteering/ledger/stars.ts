import { type Refusal, refuse } from '../../kit/refusal'
import { shanghai, shanghaiMoment } from '../../kit/time'
import type { WorkCalendar } from '../../kit/work-clock'
import { type Actor, holds } from '../../people/roles'
import type { StarLevel } from '../volunteers'
import type { StarApplicationState } from './codes'
import { workDaysAfter } from './settling'

/** 公示 at least so many work days. */
const PUBLICITY_DAYS = 5

declare const decided: unique symbol
export type StarApply = {
  readonly personId: string
  readonly level: StarLevel
  readonly minutes: number
  readonly publicUntil: Date
  readonly at: Date
  readonly [decided]: true
}

type Standing = { readonly minutes: number; readonly levels: readonly StarLevel[]; readonly calendar: WorkCalendar }

/** 申报星级: measured and supplemented hours together have to reach the level. */
export function decideStarApply(actor: Actor, stars: number, given: Standing, at: Date): StarApply | Refusal {
  const level = given.levels.find((one) => one.stars === stars)
  if (!level) return refuse('invalid', '没有这个星级', 'stars')
  if (given.minutes < level.hours * 60) {
    const left = Math.ceil((level.hours * 60 - given.minutes) / 6) / 10
    return refuse('wrong_state', `还差 ${left} 小时，满 ${level.hours} 小时可以申报`)
  }
  const last = workDaysAfter(given.calendar, at, PUBLICITY_DAYS)
  if ('refused' in last) return last
  // To the end of that day, not of its work hours.
  const publicUntil = shanghaiMoment(shanghai(last).day, 1440)
  return { personId: actor.id, level, minutes: given.minutes, publicUntil, at } as StarApply
}

export type StarNow = {
  readonly id: string
  readonly personId: string
  readonly hours: number
  readonly state: StarApplicationState
  readonly publicUntil: Date
  readonly objections: number
  /** Σ of the ledger now: hours taken back meanwhile count no more. */
  readonly minutes: number
  readonly version: number
}
export const STAR_MOVES = ['confer', 'refuse'] as const
export type StarMove = (typeof STAR_MOVES)[number]
export const STAR_MOVE_ZH: Record<StarMove, string> = { confer: '认定', refuse: '不予认定' }

export type StarDecision = {
  readonly was: StarNow
  readonly state: StarApplicationState
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

export function decideStar(was: StarNow, actor: Actor, ask: { move: StarMove; note: string }, at: Date) {
  const stopped = whyNotStar(was, actor, ask.move, at)
  if (stopped) return stopped
  if (ask.note === '' && (ask.move === 'refuse' || was.objections > 0))
    return refuse('missing', ask.move === 'refuse' ? '请写明原因' : '公示期有异议，请写明核实结果', 'note')
  const state: StarApplicationState = ask.move === 'confer' ? 'conferred' : 'refused'
  return { was, state, note: ask.note, by: actor.id, at } as StarDecision
}

function whyNotStar(was: StarNow, actor: Actor, move: StarMove, at: Date): Refusal | null {
  if (!holds(actor, 'admin')) return refuse('forbidden', `您不能${STAR_MOVE_ZH[move]}星级`)
  if (actor.id === was.personId) return refuse('forbidden', '不能办理自己的星级，请另一位办理')
  if (was.state !== 'publicised') return refuse('wrong_state', '这份申报已经办过，请刷新')
  if (move === 'refuse') return null
  if (at < was.publicUntil) return refuse('wrong_state', `公示到 ${shanghai(was.publicUntil).day}，期满才能认定`)
  return was.minutes < was.hours * 60 ? refuse('wrong_state', '时长更正后已不满这一级，不能认定') : null
}

export const openStarMoves = (was: StarNow, actor: Actor, at: Date) =>
  STAR_MOVES.filter((move) => whyNotStar(was, actor, move, at) === null)
