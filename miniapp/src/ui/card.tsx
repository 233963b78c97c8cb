import type { ReactNode } from 'react'
import { Box } from './box'
import { Txt } from './txt'

export type CardProps = {
  readonly title?: string
  /** Small, at the right of the title. */
  readonly aside?: ReactNode
  readonly tone?: 'plain' | 'warn' | 'brand' | 'danger'
  /** Rows that draw their own padding up to the edge. */
  readonly flush?: boolean
  readonly className?: string
  readonly label?: string
  readonly children?: ReactNode
}

export const Card = ({ title, aside, tone = 'plain', flush, className = '', label, children }: CardProps) => (
  <Box
    as="section"
    className={`card card-${tone}${flush ? ' is-flush' : ''} ${className}`}
    {...(label ? { label } : {})}
  >
    {(title || aside) && (
      <Box className="card-head">
        {title && (
          <Box as="title">
            <Txt size="title-3" strong>
              {title}
            </Txt>
          </Box>
        )}
        {aside && <Box className="card-aside">{typeof aside === 'string' ? <Txt>{aside}</Txt> : aside}</Box>}
      </Box>
    )}
    {children}
  </Box>
)
