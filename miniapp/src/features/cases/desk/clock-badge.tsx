import type { CaseRow } from '@shared/cases/contract'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { SLA_ICONS } from '../../../ui/sla'
import { Txt } from '../../../ui/txt'
import { clockOf } from './clock'

/** Icon, words and colour of the time that is left. */
export function ClockBadge({ of, now }: { of: Pick<CaseRow, 'state' | 'clock'>; now: Date }) {
  const clock = clockOf(of, now)
  if (clock === null) return null
  return (
    <Box className={`sla sla-${clock.level}`}>
      <Icon name={SLA_ICONS[clock.level]} size={14} />
      <Txt num>{clock.zh}</Txt>
    </Box>
  )
}
