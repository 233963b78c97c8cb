import { Box } from './box'
import { Icon } from './icon'
import { SLA_ICONS, type SlaGiven, slaOf } from './sla'
import { Txt } from './txt'

/** `now` comes from the page's clock, so that all badges of a page tick together. */
export function SlaBadge({ now, ...given }: SlaGiven & { readonly now: Date }) {
  const { level, zh } = slaOf(given, now)
  return (
    <Box className={`sla sla-${level}`}>
      <Icon name={SLA_ICONS[level]} size={14} />
      <Txt num>{zh}</Txt>
    </Box>
  )
}
