import type { Refusal } from '../kit/refusal'
import type { WorkCalendar } from '../kit/work-clock'
import { type Clocks, minutesLeft } from './clocks'
import type { CaseState } from './states'
import type { Listener } from './tells'

export const PHASES = ['none', 'blue', 'yellow', 'red'] as const
export type Phase = (typeof PHASES)[number]
export type RaisedPhase = Exclude<Phase, 'none'>

/** 预警升级: percent of the handling limit that are used when a phase begins, who hears it, and in which words. */
// biome-ignore format: a table reads by its columns
export const ESCALATIONS = {
  blue:   { from: 80,  zh: '蓝色预警', to: ['unit', 'co_units'],            text: '{title}：办理时限已用八成，请抓紧处置' },
  yellow: { from: 100, zh: '黄色预警', to: ['unit', 'grid_chiefs'],         text: '{title}：已到承诺时间，还没有反馈' },
  red:    { from: 150, zh: '红色预警', to: ['area_leaders', 'grid_chiefs'], text: '{title}：超时已过时限的一半，请督促{unit}' },
} as const satisfies Record<RaisedPhase, Escalation>
type Escalation = {
  readonly from: number
  readonly zh: string
  readonly to: readonly Listener[]
  readonly text: string
}

/** States in which the unit has the case in hand: its clock runs, or stands still in 挂账. */
const AT_WORK: readonly CaseState[] = ['dispatched', 'processing', 'suspended']

type Watched = Pick<Clocks, 'limitMinutes' | 'limitClock' | 'dueAt' | 'pausedLeft'> & {
  readonly state: CaseState
}

/**
 * Percent of the handling limit used at a moment, counted back from the deadline on the case's own clock: what was paused, extended or
 * granted for rework moved the deadline and so is not counted. Null where no handling clock is there.
 */
export function usedPercent(calendar: WorkCalendar, was: Watched, at: Date): number | null | Refusal {
  const { state, limitMinutes, limitClock, dueAt, pausedLeft } = was
  if (!AT_WORK.includes(state) || limitMinutes === null || dueAt === null) return null
  const left = state === 'suspended' ? pausedLeft : minutesLeft(calendar, limitClock, at, dueAt)
  if (typeof left !== 'number') return left
  return Math.max(0, ((limitMinutes - left) * 100) / limitMinutes)
}

/** Derived from the clock alone: no timer has to be on time, nothing is stored. */
export function phaseAt(calendar: WorkCalendar, was: Watched, at: Date): Phase | Refusal {
  const used = usedPercent(calendar, was, at)
  if (used === null) return 'none'
  if (typeof used !== 'number') return used
  return (['red', 'yellow', 'blue'] as const).find((phase) => used >= ESCALATIONS[phase].from) ?? 'none'
}

/** What is told in a phase. A sweep that comes late tells of 黄 together with 红; 时限已用八成 is no news any more by then. */
export const TOLD_IN: Record<Phase, readonly RaisedPhase[]> = {
  none: [],
  blue: ['blue'],
  yellow: ['yellow'],
  red: ['yellow', 'red'],
}

/** One message a person, case, cycle and phase, however often it is swept. */
export const escalationCause = (caseId: string, cycle: number, phase: RaisedPhase) =>
  `escalation:${caseId}:${cycle}:${phase}`
