import { durationZh } from '../kit/time'
import { WORK_DAY_MINUTES } from '../kit/work-clock'
import type { Limit } from './clocks'
import type { Urgency } from './states'

/** The limits of a category as its row has them. */
export type CategoryLimits = {
  readonly limitMinutes: number
  readonly limitClock: Limit['clock']
  readonly hazardMinutes: number | null
  readonly hazardClock: Limit['clock'] | null
}

/** 安全隐患 and 应急 take the short limit where the category has one. */
export function limitOf(category: CategoryLimits, urgency: Urgency): Limit {
  const { limitMinutes, limitClock, hazardMinutes, hazardClock } = category
  return urgency !== 'general' && hazardMinutes !== null && hazardClock !== null
    ? { minutes: hazardMinutes, clock: hazardClock }
    : { minutes: limitMinutes, clock: limitClock }
}

/** 4 个工作小时, 2 个工作日, 24 小时 */
export function limitZh({ minutes, clock }: Limit) {
  if (clock === 'wall') return durationZh(minutes)
  return minutes % WORK_DAY_MINUTES === 0 ? `${minutes / WORK_DAY_MINUTES} 个工作日` : `${minutes / 60} 个工作小时`
}
