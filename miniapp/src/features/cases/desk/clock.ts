import type { CaseRow } from '@shared/cases/contract'
import { isOpen } from '@shared/cases/states'
import { LEVEL_ZH } from '@shared/cases/words'
import { dayZh, momentZh } from '@shared/kit/time'
import { type SlaLevel, slaOf } from '../../../ui/sla'

type Clocked = Pick<CaseRow, 'state' | 'clock'>

/**
 * The level is the server's, which knows the work calendar; the words follow the phone's own minutes: 余 17 分 on the day itself,
 * 逾期 41 分 after it, else the day. Null where no clock runs.
 */
export function clockOf({ state, clock }: Clocked, now: Date): { level: SlaLevel; zh: string } | null {
  const { level, stageDueAt } = clock
  if (state === 'closed') return { level, zh: level === 'met' ? '按时办结' : '超时办结' }
  if (!isOpen(state)) return null
  if (level === 'paused' || stageDueAt === null) return { level: 'paused', zh: LEVEL_ZH.paused }
  const dueAt = new Date(stageDueAt)
  const { zh } = slaOf({ dueAt, limitMs: 0 }, now)
  if (dueAt <= now) return { level: level === 'overdue3' ? level : 'overdue', zh }
  return { level, zh: dayZh(dueAt, now) === '今天' ? zh : `${momentZh(dueAt, now)} 前` }
}
