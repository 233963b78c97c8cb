import type { ReactNode } from 'react'
import { Box } from './box'
import { Txt } from './txt'

export type TimelineItem = {
  readonly id: string
  readonly clock: string
  readonly day: string
  readonly title: string
  readonly lines?: readonly string[]
  /** Photos, inline. */
  readonly more?: ReactNode
}

/** Newest first; each item reads as one sentence. */
export const Timeline = ({ items, done }: { items: readonly TimelineItem[]; done?: boolean }) => (
  <Box as="list" className={`timeline${done ? ' is-done' : ''}`}>
    {items.map(({ id, clock, day, title, lines = [], more }, i) => (
      <Box key={id} as="item" className={`moment${i === 0 ? ' is-newest' : ''}`}>
        <Box className="moment-when">
          <Txt strong num block>
            {clock}
          </Txt>
          <Txt size="micro" block>
            {day}
          </Txt>
        </Box>
        <Box quiet className="moment-dot" />
        <Box className="moment-what">
          <Txt size="title-3" strong={i === 0} block>
            {title}
          </Txt>
          {lines.map((line) => (
            <Txt key={line} tone="second" block className="moment-line">
              {line}
            </Txt>
          ))}
          {more}
        </Box>
      </Box>
    ))}
  </Box>
)
