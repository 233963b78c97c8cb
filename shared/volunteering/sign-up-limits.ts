import { distanceM, type LngLat } from '../kit/geo'
import { type Refusal, refuse } from '../kit/refusal'
import { durationZh, MINUTE_MS, shanghai, spanZh } from '../kit/time'
import type { QueueRules } from './queue'
import type { AgeBand } from './volunteers'

/** 报名规则: data of the county, in `sign_up_rules`. */
export type SignUpRules = QueueRules & {
  /** 未到申诉: days from the mark on. */
  readonly appealDays: number
  /** 每日上限: planned minutes a day, of adults and of minors. */
  readonly adultDayMinutes: number
  readonly minorDayMinutes: number
}
/** Where the county keeps no row of its own. */
export const DEFAULT_SIGN_UP_RULES: SignUpRules = {
  ...{ offerMinutes: 12 * 60, offerLeadMinutes: 60 },
  ...{ appealDays: 7, adultDayMinutes: 600, minorDayMinutes: 240 },
}

export type Span = { readonly startsAt: Date; readonly endsAt: Date }
/** A promise of the same person that still stands. */
export type Promised = Span & { readonly title: string; readonly spot: LngLat }

/** 只来一段: no shorter than this, in minutes. */
export const PART_MINUTES_MIN = 30

export const minutesOf = ({ startsAt, endsAt }: Span) => Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)

/** Null: the whole shift. A part lies within it and is worth coming for. */
export function partOf(shift: Span, part: Span | null): Span | Refusal {
  const { startsAt, endsAt } = shift
  if (part === null) return { startsAt, endsAt }
  if (part.startsAt < startsAt || part.endsAt > endsAt) return refuse('invalid', '所选时段要在这一场之内', 'part')
  if (minutesOf(part) < PART_MINUTES_MIN) return refuse('invalid', `一段至少 ${PART_MINUTES_MIN} 分钟`, 'part')
  return { startsAt: part.startsAt, endsAt: part.endsAt }
}

/** A shift belongs to the day it begins on. */
const isSameDay = (a: Span, b: Span) => shanghai(a.startsAt).day === shanghai(b.startsAt).day

/** 每日上限: what is promised for that day already and this together. The database counts once more when it is written. */
export function whyNotSoLong(span: Span, promised: readonly Span[], ageBand: AgeBand, rules: SignUpRules) {
  const max = ageBand === 'adult' ? rules.adultDayMinutes : rules.minorDayMinutes
  const had = promised.filter((other) => isSameDay(other, span)).reduce((sum, other) => sum + minutesOf(other), 0)
  return had + minutesOf(span) <= max ? null : refuse('wrong_state', dayFullZh(max, had, ageBand), 'part')
}

function dayFullZh(max: number, had: number, ageBand: AgeBand) {
  const who = ageBand === 'adult' ? '每人' : '未成年人'
  const so = had > 0 ? `这一天您已报名 ${durationZh(had)}` : '这一场超过每日上限'
  const left = max - had
  const way = left >= PART_MINUTES_MIN ? `，可以只来其中 ${durationZh(left)}` : ''
  return `${so}，${who}每天最多 ${durationZh(max)}${way}`
}

/** 路上时间, roughly: a third longer than the straight line, at the speed of a town bus, and a few minutes to set out. */
const DETOUR = 1.35
const METRES_A_MINUTE = 350
const SET_OUT_MINUTES = 5
const NEAR_M = 300

const travelMinutes = (metres: number) =>
  metres <= NEAR_M ? 0 : Math.ceil((metres * DETOUR) / METRES_A_MINUTE) + SET_OUT_MINUTES

/** 路程提醒, never a refusal: the neighbour in time that one can hardly come from or get to. Empty when there is none. */
export function travelZh(span: Span, spot: LngLat, promised: readonly Promised[]): string {
  const tight = promised.find((other) => {
    const gapMs = Math.max(
      span.startsAt.getTime() - other.endsAt.getTime(),
      other.startsAt.getTime() - span.endsAt.getTime(),
    )
    return gapMs >= 0 && gapMs < travelMinutes(distanceM(spot, other.spot)) * MINUTE_MS
  })
  if (!tight) return ''
  const metres = distanceM(spot, tight.spot)
  const km = (metres / 1000).toFixed(1)
  return `离“${tight.title}”（${spanZh(tight.startsAt, tight.endsAt)}）约 ${km} 公里，路上要 ${travelMinutes(metres)} 分钟左右，时间有点紧`
}

/** 与哪一场重叠: the sentence of an overlap names what is in the way. */
export const overlapZh = (other: { title: string; startsAt: Date; endsAt: Date }) =>
  `与您已报名的“${other.title}”（${spanZh(other.startsAt, other.endsAt)}）时间重叠`
