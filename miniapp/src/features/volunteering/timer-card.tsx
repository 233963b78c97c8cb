import { distanceZh } from '@shared/kit/geo'
import { durationZh } from '@shared/kit/time'
import type { MyShiftView } from '@shared/volunteering/attendance-contract'
import { PLACE_VERDICT_ZH } from '@shared/volunteering/words'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { clockZh, fullSpanZh } from './say'

type TimerProps = { readonly shift: MyShiftView; readonly awayM: number | null }

/** The whole of a service in one look: since when, until when, how much at most. */
export const TimerCard = ({ shift, awayM }: TimerProps) => (
  <Box as="section" className="timer" label="本场服务">
    <Txt className="timer-name" block>
      {`${shift.title} · ${shift.postName ?? '岗位由领队安排'}`}
    </Txt>
    <Face shift={shift} />
    <Place shift={shift} awayM={awayM} />
    <Box className="timer-facts">
      <Fact zh={shift.checkedInAt ? '签到' : '开始签到'} value={clockZh(shift.checkedInAt ?? shift.checkInFrom)} />
      <Fact zh={shift.checkedOutAt ? '签退' : '计划签退'} value={clockZh(shift.checkedOutAt ?? shift.endsAt)} />
      <Fact zh="本场上限" value={durationZh(shift.capMinutes)} />
    </Box>
  </Box>
)

const Fact = ({ zh, value }: { zh: string; value: string }) => (
  <Box className="timer-fact">
    <Txt strong block num className="timer-value">
      {value}
    </Txt>
    <Txt size="caption" block>
      {zh}
    </Txt>
  </Box>
)

function Face({ shift }: { shift: MyShiftView }) {
  if (shift.state === 'in' && shift.checkedInAt) return <Running since={new Date(shift.checkedInAt)} />
  const zh = shift.state === 'out' ? durationZh(shift.creditedMinutes) : clockZh(shift.startsAt)
  return (
    <Txt strong block num className="timer-face">
      {zh}
    </Txt>
  )
}

/** Read out by the minute, shown by the second. */
function Running({ since }: { since: Date }) {
  const now = useNow(1000)
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  return (
    <Box as="image" label={`已服务 ${durationZh(seconds / 60)}`}>
      <Txt strong block num className="timer-face">
        {`${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`}
      </Txt>
    </Box>
  )
}

function Place({ shift, awayM }: TimerProps) {
  const { state, verdict } = shift
  if (state === 'absent') return <Line icon="clock" zh={fullSpanZh(shift)} />
  if (state === 'out') return <Line icon="circle-check" zh={shift.isRecorded ? '时长已认定' : '等领队确认名单后计入'} />
  const away = awayM === null ? '' : `，距集合点 ${distanceZh(awayM)}`
  return (
    <Line
      icon={verdict === 'inside' ? 'map-pin-check' : 'map-pin'}
      zh={`${PLACE_VERDICT_ZH[verdict ?? 'unknown']}${away}`}
    />
  )
}

const Line = ({ icon, zh }: { icon: 'clock' | 'circle-check' | 'map-pin-check' | 'map-pin'; zh: string }) => (
  <Box className="timer-line">
    <Icon name={icon} size={18} />
    <Txt num>{zh}</Txt>
  </Box>
)
