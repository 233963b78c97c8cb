import { durationZh } from '@shared/kit/time'
import type { MyHours } from '@shared/volunteering/attendance-contract'
import { hoursZh, STAR_ZH } from '@shared/volunteering/words'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Meter } from '../../ui/meter'
import { Txt } from '../../ui/txt'

const STAR_NAMES = ['', '一星', '二星', '三星', '四星', '五星'] as const

/** This year, all years, and how far the next star is. */
export function HoursCard({ hours }: { hours: MyHours }) {
  const { yearMinutes, totalMinutes, stars, nextStar } = hours
  const total = `历年共 ${hoursZh(totalMinutes)} 小时`
  const next = nextStar
    ? `距${STAR_NAMES[nextStar.stars]}（${nextStar.hours} 小时）还差 ${hoursZh(nextStar.minutesLeft + 5)}`
    : '已到最高星级'
  const part = nextStar ? totalMinutes / (nextStar.hours * 60) : 1
  return (
    <Box as="section" className="hours-card" label="时长合计">
      <Box quiet className="hours-waves" />
      <Box className="between">
        <Txt className="hours-soft">今年累计</Txt>
        <Box className="star">
          <Icon name="f-star" size={14} />
          <Txt size="caption" strong>
            {STAR_ZH[stars] ?? STAR_ZH[0]}
          </Txt>
        </Box>
      </Box>
      <Box as="image" label={`今年累计 ${durationZh(yearMinutes)}`}>
        <Txt strong num className="hours-figure">
          {hoursZh(yearMinutes)}
        </Txt>
        <Txt className="hours-unit">小时</Txt>
      </Box>
      <Box className="hours-meter">
        <Meter tone="gold" label={`${total}，${next}`} part={part} />
      </Box>
      <Box className="hours-foot">
        <Txt size="caption" num>
          {total}
        </Txt>
        <Txt size="caption" num>
          {next}
        </Txt>
      </Box>
    </Box>
  )
}
