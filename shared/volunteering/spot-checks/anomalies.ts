import { distanceZh } from '../../kit/geo'
import { type Refusal, refuse } from '../../kit/refusal'
import { shanghai, shanghaiMoment } from '../../kit/time'
import { type Actor, holdsAny } from '../../people/roles'

/** 需要核一核的事: derived from what was recorded, told to the office, never a punishment and never a change of hours. */
export const ANOMALY_KINDS = ['one_device', 'too_fast', 'step_shared', 'full_team', 'leader_self'] as const
export type AnomalyKind = (typeof ANOMALY_KINDS)[number]

export const ANOMALY_STATES = ['open', 'reviewed'] as const
export type AnomalyState = (typeof ANOMALY_STATES)[number]

/** What the database compares with; the office reads the same numbers in words. */
export const ANOMALY_RULES = {
  /** 一台手机 for two people within this. */
  deviceMinutes: 2,
  /** 两地 faster than this between the edges of two places. */
  speedKmh: 120,
  /** 全队满时 so many shifts running, each with at least so many people. */
  fullRuns: 10,
  fullPeopleMin: 2,
} as const

export const ANOMALY_KIND_ZH: Record<AnomalyKind, string> = {
  one_device: '一台手机多人签到',
  too_fast: '两地签到过快',
  step_shared: '一个码用的人多于名额',
  full_team: '全队连续满时长',
  leader_self: '领队给自己签到',
}

/** Why it is on the board, and what it may well be instead. */
export const ANOMALY_WHY_ZH: Record<AnomalyKind, string> = {
  one_device: `${ANOMALY_RULES.deviceMinutes} 分钟内同一台手机签了两个人以上；也可能是家人共用一部手机`,
  too_fast: `两场地点之间的速度超过每小时 ${ANOMALY_RULES.speedKmh} 公里；也可能是活动地点填得不准`,
  step_shared: '同一个 30 秒的码被比名额还多的人用过；也可能是当场换了人',
  full_team: `连续 ${ANOMALY_RULES.fullRuns} 场以上全队都是满时长；也可能是固定的整班服务`,
  leader_self: '领队在自己带的班次签到或扫自己的码；时长本来就要另一人同意',
}

/** How far back the board looks: this year and the last, so that what was looked at keeps its name from day to day. */
export const anomaliesSince = (at: Date) => shanghaiMoment(`${shanghai(at).year - 1}-01-01`)

/** What was found, as numbers. */
export type AnomalyFacts = {
  readonly people: number
  readonly times: number
  readonly seats: number
  readonly metres: number
  readonly minutes: number
}

/** One line a person reads on the board. */
export function anomalyZh(kind: AnomalyKind, { people, times, seats, metres, minutes }: AnomalyFacts) {
  const said: Record<AnomalyKind, string> = {
    one_device: `${people} 人在 ${ANOMALY_RULES.deviceMinutes} 分钟内用同一台手机签到或签退`,
    too_fast: `两场相距 ${distanceZh(metres)}，中间只隔 ${minutes} 分钟`,
    step_shared: `同一个码 ${people} 人用过，名额 ${seats} 个`,
    full_team: `连续 ${times} 场全队满时长`,
    leader_self: `领队本人登记 ${times} 次`,
  }
  return said[kind]
}

export type AnomalyNow = { readonly id: string; readonly kind: AnomalyKind; readonly personIds: readonly string[] }

declare const decided: unique symbol
/** Minted only by `decideReview`, and the only thing `recordReview` accepts. */
export type ReviewDecision = {
  readonly was: AnomalyNow
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 已核: a note by somebody of the office it is not about. */
export function decideReview(was: AnomalyNow, actor: Actor, note: string, at: Date): ReviewDecision | Refusal {
  const refusal = whyNotReview(was, actor)
  if (refusal) return refusal
  if (note === '') return refuse('missing', '请写明核实的情况', 'note')
  return { was, note, by: actor.id, at } as ReviewDecision
}

function whyNotReview({ personIds }: AnomalyNow, actor: Actor): Refusal | null {
  if (!holdsAny(actor, ['reviewer', 'admin'])) return refuse('forbidden', '您不能核异常')
  return personIds.includes(actor.id) ? refuse('forbidden', '这一条与您有关，请另一位同事核') : null
}

export const mayReview = (was: AnomalyNow, actor: Actor) => whyNotReview(was, actor) === null
