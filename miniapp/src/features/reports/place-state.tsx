import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import type { ReportPlace } from './use-report-place'

/** Above this the person had better look at the map. */
const ROUGH_M = 60

/** How the place came to be known, and how well. */
export function PlaceState({ at: { place, placedBy, locating } }: { at: ReportPlace }) {
  if (!place) return <Txt>{locating === 'asking' ? '定位中' : '还没有位置'}</Txt>
  if (placedBy === 'hand') return <Txt>您在图上点的</Txt>
  if (placedBy === 'point') return <Txt>点位的位置</Txt>
  return <Fixed accuracyM={place.accuracyM} />
}

function Fixed({ accuracyM }: { accuracyM: number | null }) {
  const metres = Math.round(accuracyM ?? 0)
  const isRough = metres > ROUGH_M
  const found = accuracyM === null ? '已自动定位' : `已自动定位，误差约 ${metres} 米`
  return (
    <Box className={`row gap-1 ${isRough ? 'tone-warn' : 'tone-ok'}`}>
      <Icon name="current-location" size={16} />
      <Txt num>{isRough ? `误差约 ${metres} 米，请核对` : found}</Txt>
    </Box>
  )
}
