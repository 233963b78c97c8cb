import { momentZh } from '@shared/kit/time'
import type { IconName } from './icons'

export type SlaLevel = 'calm' | 'notice' | 'soon' | 'overdue' | 'overdue3' | 'paused' | 'met'
export type SlaGiven = {
  readonly dueAt: Date
  /** From the start of the clock to `dueAt`, without the pauses. */
  readonly limitMs: number
  readonly paused?: boolean
  /** When it was done; null while it is open. */
  readonly doneAt?: Date | null
}

export const SLA_ICONS: Record<SlaLevel, IconName> = {
  calm: 'clock',
  notice: 'clock',
  soon: 'clock-exclamation',
  overdue: 'alert-triangle',
  overdue3: 'alert-octagon',
  paused: 'player-pause',
  met: 'clock-check',
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Text and level of a deadline at a moment; the colour follows the level. */
export function slaOf(
  { dueAt, limitMs, paused = false, doneAt = null }: SlaGiven,
  now: Date,
): { level: SlaLevel; zh: string } {
  if (doneAt) return done(dueAt.getTime() - doneAt.getTime())
  if (paused) return { level: 'paused', zh: '计时暂停' }
  const leftMs = dueAt.getTime() - now.getTime()
  if (leftMs <= 0) return { level: -leftMs >= limitMs * 2 ? 'overdue3' : 'overdue', zh: `逾期 ${shortZh(-leftMs)}` }
  const part = limitMs > 0 ? leftMs / limitMs : 0
  const level = part > 0.5 ? 'calm' : part > 0.25 ? 'notice' : 'soon'
  return { level, zh: leftMs < DAY_MS ? `余 ${shortZh(leftMs)}` : `${momentZh(dueAt, now)} 前` }
}

const done = (earlyMs: number): { level: SlaLevel; zh: string } =>
  earlyMs >= 0
    ? { level: 'met', zh: `提前 ${shortZh(earlyMs)}` }
    : { level: 'overdue', zh: `超时 ${shortZh(-earlyMs)} 办结` }

/** 17 分, 1 时 32 分, 3 天: as short as a badge needs. */
function shortZh(ms: number) {
  if (ms >= DAY_MS) return `${Math.floor(ms / DAY_MS)} 天`
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} 分`
  return minutes % 60 > 0 ? `${Math.floor(minutes / 60)} 时 ${minutes % 60} 分` : `${minutes / 60} 小时`
}
