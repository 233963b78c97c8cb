import { Box } from './box'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Txt } from './txt'

export type TagProps = {
  readonly zh: string
  readonly icon?: IconName
  readonly tone?: 'plain' | 'brand' | 'ok' | 'warn' | 'danger' | 'honor'
}

export const Tag = ({ zh, icon, tone = 'plain' }: TagProps) => (
  <Box className={`tag tag-${tone}`}>
    {icon && <Icon name={icon} size={14} />}
    <Txt>{zh}</Txt>
  </Box>
)
