import type { ReactNode } from 'react'
import { Box } from './box'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'
import { Txt } from './txt'

export type EntryProps = {
  readonly title: string
  readonly zh?: string
  readonly icon?: IconName
  /** At the right, before the arrow. */
  readonly aside?: ReactNode
  readonly onTap?: () => void
  readonly tone?: 'main' | 'danger'
}

/** One line of a list in a flush card. */
export function Entry({ title, zh, icon, aside, onTap, tone = 'main' }: EntryProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} size={22} className="entry-icon" />}
      <Box className="entry-words">
        <Txt tone={tone} block>
          {title}
        </Txt>
        {zh && (
          <Txt size="caption" tone="second" block>
            {zh}
          </Txt>
        )}
      </Box>
      {aside && <Box className="entry-aside">{typeof aside === 'string' ? <Txt>{aside}</Txt> : aside}</Box>}
      {onTap && <Icon name="chevron-right" size={18} className="entry-arrow" />}
    </>
  )
  return onTap ? (
    <Tap className="entry" onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <Box className="entry">{inside}</Box>
  )
}
