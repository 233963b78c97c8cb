import type { CaseRow } from '@shared/cases/contract'
import { isOpen } from '@shared/cases/states'
import { LEVEL_ZH } from '@shared/cases/words'
import { dayZh, durationZh, momentZh } from '@shared/kit/time'
import { type SlaLevel, slaOf } from '../../../ui/sla'

type Clocked = Pick<CaseRow, 'state' | 'clock'>

/**
 * The level is the server's, which knows the work calendar; the words follow the phone's own minutes: 余 17 分 on the day itself,
 * 逾期 41 分 after it, else the day. Null where no clock runs.
 */
export function clockOf({ state, clock }: Clocked, now: Date): { level: SlaLevel; zh: string } | null {
  const { level, stageDueAt, leftMinutes } = clock
  if (state === 'closed') return { level, zh: level === 'met' ? '按时办结' : '超时办结' }
  if (!isOpen(state) && stageDueAt === null) return null
  if (level === 'paused' || stageDueAt === null) return { level: 'paused', zh: LEVEL_ZH.paused }
  return runningOf({ level, leftMinutes, dueAt: new Date(stageDueAt) }, now)
}

type Running = Pick<CaseRow['clock'], 'level' | 'leftMinutes'> & { readonly dueAt: Date }

/** Late by the clock that runs for it: a weekend is nobody's delay. */
function runningOf({ level, leftMinutes, dueAt }: Running, now: Date): { level: SlaLevel; zh: string } {
  const { zh } = slaOf({ dueAt, limitMs: 0 }, now)
  if (dueAt > now) return { level, zh: dayZh(dueAt, now) === '今天' ? zh : `${momentZh(dueAt, now)} 前` }
  const lateZh = leftMinutes !== null && leftMinutes < 0 ? `逾期 ${durationZh(-leftMinutes)}` : zh
  return { level: level === 'overdue3' ? level : 'overdue', zh: lateZh }
}
