import { shanghaiMoment } from '@shared/kit/time'
import { ORDER_ENDS, type OrderPhase, type OrderState } from '@shared/volunteering/orders/moves'
import type { TagProps } from '../../../ui/tag'

const LATE: readonly OrderPhase[] = ['triage_late', 'timed_out', 'agreed_late']

export function toneOf(phase: OrderPhase, state: OrderState): NonNullable<TagProps['tone']> {
  if (LATE.includes(phase)) return 'danger'
  if (state === 'call_back' || state === 'refused') return 'warn'
  if (state === 'served') return 'ok'
  return ORDER_ENDS.includes(state) ? 'plain' : 'brand'
}

/** A day and a clock of Shanghai as one moment; empty while either is not chosen. */
export function momentAt(day: string, clock: string) {
  const [hours, minutes] = clock.split(':').map(Number)
  if (day === '' || hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return ''
  return shanghaiMoment(day, hours * 60 + minutes).toISOString()
}
