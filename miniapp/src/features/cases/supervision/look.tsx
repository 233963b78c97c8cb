import type { Colour } from '@shared/cases/supervision'
import type { SupervisionRow } from '@shared/cases/supervision-contract'
import { COLOUR_ZH, SUPERVISION_LEVEL_ZH, SUPERVISION_STATE_ZH } from '@shared/cases/supervision-words'
import { WORK_DAY_MINUTES } from '@shared/kit/work-clock'
import { Box } from '../../../ui/box'
import { Tag } from '../../../ui/tag'

const TONE = { blue: 'brand', yellow: 'warn', red: 'danger' } as const satisfies Record<Colour, string>

/** Colour, state, 挂牌 and the time left for the answer: always in words beside the colour. */
export const SupervisionTags = ({ of }: { of: SupervisionRow }) => {
  const { colour, state, listedAt, level } = of
  const left = leftZh(of)
  return (
    <Box className="row wrap gap-2">
      <Tag zh={COLOUR_ZH[colour]} tone={TONE[colour]} icon="alert-octagon" />
      <Tag zh={SUPERVISION_STATE_ZH[state]} tone={state === 'cancelled' ? 'ok' : 'plain'} />
      {listedAt !== null && <Tag zh={`${SUPERVISION_LEVEL_ZH[level]}挂牌`} icon="flag-2" />}
      {left !== '' && <Tag zh={left} icon="clock" tone={(of.leftMinutes ?? 0) < 0 ? 'danger' : 'plain'} />}
    </Box>
  )
}

/** 还剩 1 个工作日, 答复超期 3 小时: work time, as the unit counts it. */
function leftZh({ leftMinutes }: SupervisionRow) {
  if (leftMinutes === null) return ''
  const minutes = Math.abs(leftMinutes)
  const days = Math.floor(minutes / WORK_DAY_MINUTES)
  const hours = Math.floor((minutes % WORK_DAY_MINUTES) / 60)
  const long = days > 0 ? `${days} 个工作日` : hours > 0 ? `${hours} 个工作小时` : `${minutes} 分`
  return leftMinutes < 0 ? `答复超期 ${long}` : `还剩 ${long}`
}
