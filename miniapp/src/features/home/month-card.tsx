import { useState } from 'react'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { Stats } from '../../ui/stats'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useMonthFigures } from '../cases/use-month-figures'

/** A public figure always says how it is counted. */
export function MonthCard() {
  const [open, setOpen] = useState(false)
  const month = useMonthFigures()
  if (!month) return null
  return (
    <Box as="section" className="card month" label="本月全县办理情况">
      <Box className="between month-head">
        <Txt size="caption" tone="second">
          本月全县办理情况
        </Txt>
        <Tap className="month-how" onTap={() => setOpen(true)}>
          <Icon name="info-circle" size={14} />
          <Txt size="micro">怎么算的</Txt>
        </Tap>
      </Box>
      <Stats items={month.stats} />
      <Sheet title="这些数怎么算的" open={open} onClose={() => setOpen(false)}>
        {month.howZh.map((zh) => (
          <Txt key={zh} block className="month-line">
            {zh}
          </Txt>
        ))}
      </Sheet>
    </Box>
  )
}
