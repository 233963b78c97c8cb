import type { WorkYearView } from '@shared/cases/calendar-contract'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

type WorkMonthsProps = { readonly title: string; readonly year: number; readonly days: WorkYearView['days'] }

/** Month by month, only the days that are not as their weekday is. */
export function WorkMonths({ title, year, days }: WorkMonthsProps) {
  return (
    <Card title={title} aside={`${days.length} 天`} flush>
      {MONTHS.map((month) => {
        const head = `${year}-${String(month).padStart(2, '0')}-`
        const own = days.filter(({ day }) => day.startsWith(head))
        return (
          <Box key={month} className="setting-row">
            <Txt strong block>{`${month} 月`}</Txt>
            <Box className="row wrap gap-2">
              {own.length === 0 && (
                <Txt size="caption" tone="third">
                  周一到周五上班
                </Txt>
              )}
              {own.map(({ day, kind }) => (
                <Tag
                  key={day}
                  tone={kind === 'rest' ? 'ok' : 'warn'}
                  zh={`${Number(day.slice(8))} 日${kind === 'rest' ? '休' : '班'}`}
                />
              ))}
            </Box>
          </Box>
        )
      })}
    </Card>
  )
}
