import { Box } from './box'
import { Txt } from './txt'

/** Where a case is, at a glance; `now` counts from 0. */
export const Steps = ({ items, now }: { items: readonly string[]; now: number }) => (
  <Box className="steps" as="image" label={`进度：${items[now] ?? ''}，第 ${now + 1} 步，共 ${items.length} 步`}>
    {items.map((zh, i) => (
      <Box key={zh} className={`step${i < now ? ' is-done' : i === now ? ' is-now' : ''}`}>
        <Box className="step-dot" />
        <Txt>{zh}</Txt>
      </Box>
    ))}
  </Box>
)
