import type { MyHours } from '@shared/volunteering/attendance-contract'
import { hoursZh } from '@shared/volunteering/words'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Txt } from '../../ui/txt'

const LEAST = 0.04

/** Six bars for the eye, one sentence for who listens. */
export function MonthsCard({ months }: { months: MyHours['months'] }) {
  const most = Math.max(1, ...months.map(({ minutes }) => minutes))
  const services = months.reduce((sum, month) => sum + month.services, 0)
  const said = months.map(({ month, minutes }) => `${nameOf(month)} ${hoursZh(minutes)} 小时`).join('，')
  return (
    <Card>
      <Box className="between">
        <Txt size="caption" tone="second">
          近 6 个月
        </Txt>
        <Txt size="caption" tone="second" num>
          {`共 ${services} 场`}
        </Txt>
      </Box>
      <Box as="image" className="bars" label={`近 6 个月：${said}`}>
        {months.map(({ month, minutes }, i) => (
          <Box key={month} className={`bar${i === months.length - 1 ? ' is-on' : ''}`}>
            <Box className="bar-room">
              {minutes > 0 && (
                <Txt size="micro" strong num className="bar-value">
                  {hoursZh(minutes)}
                </Txt>
              )}
              <Box className="bar-fill" style={{ height: `${Math.max(LEAST, minutes / most) * 62}%` }} />
            </Box>
            <Txt size="micro" className="bar-name" num>
              {nameOf(month)}
            </Txt>
          </Box>
        ))}
      </Box>
    </Card>
  )
}

const nameOf = (month: string) => `${Number(month.slice(5))}月`
