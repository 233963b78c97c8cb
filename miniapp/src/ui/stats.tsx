import { Box } from './box'
import { Txt } from './txt'

export type Stat = { readonly value: string; readonly unit?: string; readonly zh: string }

/** Two to four figures side by side, each with its unit and its name. */
export const Stats = ({ items }: { items: readonly Stat[] }) => (
  <Box className="stats">
    {items.map(({ value, unit, zh }) => (
      <Box key={zh} className="stat">
        <Box>
          <Txt size="number-l" strong num>
            {value}
          </Txt>
          {unit && <Txt size="caption">{unit}</Txt>}
        </Box>
        <Txt size="micro" tone="second">
          {zh}
        </Txt>
      </Box>
    ))}
  </Box>
)
