import { shanghai } from '@shared/kit/time'
import type { ServiceRecordView } from '@shared/volunteering/attendance-contract'
import type { RecordState } from '@shared/volunteering/hours'
import { ATTENDANCE_FLAG_ZH, hoursZh, RECORD_STATE_ZH } from '@shared/volunteering/words'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { clockZh } from './say'

const LOOKS: Record<RecordState, { readonly icon: IconName; readonly tone: 'warn' | 'danger' | 'ok' | 'brand' }> = {
  pending: { icon: 'hourglass', tone: 'warn' },
  no_check_out: { icon: 'alert-circle', tone: 'danger' },
  confirmed: { icon: 'circle-check', tone: 'ok' },
  serving: { icon: 'clock', tone: 'brand' },
}

export function RecordRow({ record }: { record: ServiceRecordView }) {
  const { title, startsAt, minutes, state, activityId, signUpId } = record
  const { month, date } = shanghai(new Date(startsAt))
  const { icon, tone } = LOOKS[state]
  const known = minutes !== null && state !== 'serving'
  const open = () =>
    state === 'confirmed'
      ? go('/mine/volunteering/record', { id: signUpId })
      : go('/pages/volunteering/detail', { id: activityId })
  return (
    <Tap className="record" onTap={open}>
      <Box className="record-day">
        <Txt strong block num className="record-date">
          {date}
        </Txt>
        <Txt size="micro" block num>{`${month}月`}</Txt>
      </Box>
      <Box className="record-words">
        <Txt block>{title}</Txt>
        <Txt size="caption" tone="second" block num>
          {lineOf(record)}
        </Txt>
      </Box>
      <Box className="record-end">
        <Box>
          <Txt strong num className="record-hours">
            {known ? hoursZh(minutes) : '—'}
          </Txt>
          <Txt size="micro" tone="second">
            小时
          </Txt>
        </Box>
        <Box className={`record-state tone-${tone}`}>
          <Icon name={icon} size={14} />
          <Txt size="micro">{RECORD_STATE_ZH[state]}</Txt>
        </Box>
      </Box>
    </Tap>
  )
}

function lineOf({ checkedInAt, checkedOutAt, placeZh, flags, evidence }: ServiceRecordView) {
  const place = placeZh.split(' · ')[0] ?? placeZh
  if (checkedOutAt === null) return `${clockZh(checkedInAt)} 签到 · 未签退`
  const marked = flags.includes('auto_closed') ? ATTENDANCE_FLAG_ZH.auto_closed : place
  const kind = evidence === 'supplemented' ? ' · 补录' : ''
  return `${clockZh(checkedInAt)}–${clockZh(checkedOutAt)} · ${marked}${kind}`
}
