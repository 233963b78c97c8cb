import type { BadCell } from '@shared/kit/table'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Txt } from '../../ui/txt'

const whereZh = ({ sheet, row, column }: BadCell) =>
  [sheet, `第 ${row} 行`, column && `“${column}”`].filter(Boolean).join(' · ')

/** Every cell of a table that cannot be taken, where it stands and what to write there. */
export const BadCells = ({ bad }: { bad: readonly BadCell[] }) => (
  <Card tone="danger" title={`${bad.length} 处要改，什么都没有写入`} flush>
    {bad.map((cell) => (
      <Box key={`${cell.row} ${cell.column} ${cell.zh}`} className="setting-row">
        <Txt size="caption" tone="second" block>
          {whereZh(cell)}
        </Txt>
        <Txt block>{cell.zh}</Txt>
      </Box>
    ))}
  </Card>
)
