import type { ReactNode } from 'react'
import { Box } from './box'
import { Icon } from './icon'
import { Tap } from './tap'
import { Txt } from './txt'

export type SectionProps = {
  readonly title: string
  readonly more?: string
  readonly onMore?: () => void
  readonly children?: ReactNode
}

/** A heading on the paper, with what belongs to it below. */
export const Section = ({ title, more, onMore, children }: SectionProps) => (
  <Box as="section" className="section">
    <Box className="section-head">
      <Box as="title">
        <Txt size="title-2" strong>
          {title}
        </Txt>
      </Box>
      {more && onMore && (
        <Tap className="section-more" role="link" onTap={onMore}>
          <Txt size="caption">{more}</Txt>
          <Icon name="chevron-right" size={16} />
        </Tap>
      )}
      {more && !onMore && (
        <Txt size="caption" tone="second">
          {more}
        </Txt>
      )}
    </Box>
    {children}
  </Box>
)
