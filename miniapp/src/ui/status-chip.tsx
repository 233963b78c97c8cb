import { Box } from './box'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Txt } from './txt'

/** The colours of a state: fg, bg and line of `--st-<look>-*` in the tokens. */
export type ChipLook =
  | 'draft'
  | 'submitted'
  | 'need-info'
  | 'accepted'
  | 'assigned'
  | 'processing'
  | 'extended'
  | 'resolved'
  | 'rework'
  | 'closed'
  | 'reopen-req'
  | 'supervised'
  | 'merged'
  | 'transferred'
  | 'rejected'
  | 'withdrawn'

/** Icon, word and colour always come together: colour alone tells nothing to one man in twelve. */
export const StatusChip = ({
  zh,
  icon,
  look,
  small,
}: {
  zh: string
  icon: IconName
  look: ChipLook
  small?: boolean
}) => (
  <Box className={`chip chip-${look}${small ? ' is-small' : ''}`}>
    <Icon name={icon} size={14} />
    <Txt>{zh}</Txt>
  </Box>
)
