import { Box } from './box'
import { Icon } from './icon'
import { SLA_ICONS, type SlaGiven, slaOf } from './sla'
import { Txt } from './txt'

/** `now` comes from the page's clock, so that all badges of a page tick together; `zh` says something else in the level's colour. */
export function SlaBadge({ now, zh: said, ...given }: SlaGiven & { readonly now: Date; readonly zh?: string }) {
  const { level, zh } = slaOf(given, now)
  return (
    <Box className={`sla sla-${level}`}>
      <Icon name={SLA_ICONS[level]} size={14} />
      <Txt num>{said ?? zh}</Txt>
    </Box>
  )
}
