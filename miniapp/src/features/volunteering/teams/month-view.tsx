import { shanghai } from '@shared/kit/time'
import type { ActivityCard as Activity } from '@shared/volunteering/contract'
import { weeksOf } from '@shared/volunteering/phases'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { useElder } from '../../../ui/elder'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { ActivityCard } from '../activity-card'
import { useMonth } from './use-month'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const monthZh = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
const dayZh = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** On which days of the month a shift or more of it falls. */
const isOn = ({ startsAt, endsAt }: Activity, day: string) =>
  shanghai(new Date(startsAt)).day <= day && day <= shanghai(new Date(Date.parse(endsAt) - 1)).day

/** 月历 of the activities; in 关怀模式 the days that have any, one below the other. */
export function MonthView() {
  const { load, month, picked, setPicked, turn } = useMonth()
  const elder = useElder()
  return (
    <Box className="month">
      <Box className="month-picker">
        <Button dense fit kind="ghost" icon="chevron-left" onTap={() => turn(-1)}>
          上月
        </Button>
        <Txt size="title-3" strong num>
          {monthZh(month)}
        </Txt>
        <Button dense fit kind="ghost" icon="chevron-right" onTap={() => turn(1)}>
          下月
        </Button>
      </Box>
      <Loaded load={load}>
        {({ items }) => (
          <>
            {elder ? (
              <Days month={month} items={items} onPick={setPicked} />
            ) : (
              <Grid month={month} items={items} picked={picked} onPick={setPicked} />
            )}
            <Picked day={picked} items={items.filter((activity) => isOn(activity, picked))} />
          </>
        )}
      </Loaded>
    </Box>
  )
}

type DaysProps = { readonly month: string; readonly items: readonly Activity[]; readonly onPick: (day: string) => void }

const daysOf = (month: string) => weeksOf(month).flatMap((week) => week.filter((day) => day !== null))

const Days = ({ month, items, onPick }: DaysProps) => (
  <Card flush>
    {daysOf(month).flatMap((day) => {
      const n = items.filter((activity) => isOn(activity, day)).length
      return n > 0 ? [<Entry key={day} title={dayZh(day)} zh={`${n} 个活动`} onTap={() => onPick(day)} />] : []
    })}
  </Card>
)

const Grid = ({ month, items, picked, onPick }: DaysProps & { readonly picked: string }) => (
  <Card flush className="month-grid">
    <Box className="month-week" quiet>
      {WEEKDAYS.map((zh) => (
        <Box key={zh} className="month-name">
          <Txt size="micro" tone="second">
            {zh}
          </Txt>
        </Box>
      ))}
    </Box>
    {weeksOf(month).map((week) => (
      <Box key={week.find((day) => day !== null)} className="month-week">
        {week.map((day, at) =>
          day === null ? (
            <Box key={WEEKDAYS[at]} className="month-day" />
          ) : (
            <Day
              key={day}
              day={day}
              n={items.filter((activity) => isOn(activity, day)).length}
              on={day === picked}
              onPick={onPick}
            />
          ),
        )}
      </Box>
    ))}
  </Card>
)

type DayProps = {
  readonly day: string
  readonly n: number
  readonly on: boolean
  readonly onPick: (day: string) => void
}

const Day = ({ day, n, on, onPick }: DayProps) => (
  <Tap
    className={`month-day${on ? ' is-on' : ''}${n > 0 ? ' has-some' : ''}`}
    role="radio"
    on={on}
    label={`${dayZh(day)}，${n > 0 ? `${n} 个活动` : '没有活动'}`}
    onTap={() => onPick(day)}
  >
    <Txt num strong={n > 0}>
      {String(Number(day.slice(8)))}
    </Txt>
    <Txt size="micro" num>
      {n > 0 ? `${n} 个` : ' '}
    </Txt>
  </Tap>
)

function Picked({ day, items }: { day: string; items: readonly Activity[] }) {
  const now = useNow()
  if (items.length === 0) return <Empty icon="calendar-event" title={`${dayZh(day)}没有活动`} zh="点有数字的日子看看" />
  return (
    <Box as="list">
      {items.map((activity) => (
        <Box key={activity.id} as="item" className="activity-item">
          <ActivityCard activity={activity} now={now} />
        </Box>
      ))}
    </Box>
  )
}
