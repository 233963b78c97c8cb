import type { CaseRow } from '@shared/cases/contract'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import type { Bulk } from '../bulk/use-bulk'

/** The box at the edge of a row while several are chosen. */
export function RowTick({ bulk, row }: { bulk: Bulk; row: CaseRow }) {
  const on = bulk.has(row.id)
  return (
    <Tap
      role="checkbox"
      on={on}
      className={`row-tick tick${on ? ' is-on' : ''}`}
      label={`选中 ${row.number} ${row.title}`}
      onTap={() => bulk.toggle(row)}
    >
      <Box quiet className="tick-box">
        {on && <Icon name="check" size={16} />}
      </Box>
    </Tap>
  )
}
