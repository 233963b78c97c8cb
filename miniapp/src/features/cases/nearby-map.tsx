import type { PublicCase } from '@shared/cases/citizen-contract'
import { CASE_STATE_CITIZEN_ZH } from '@shared/cases/words'
import type { LngLat } from '@shared/kit/geo'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { MapPin } from '../../ui/map'
import { MapView } from '../../ui/map-view'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useLand } from '../grids/use-land'
import { isLate } from './public-row'
import { PUBLIC_CASE } from './share-case'
import type { useNearby } from './use-public-cases'

type NearbyMapProps = {
  readonly near: ReturnType<typeof useNearby>
  readonly items: readonly PublicCase[]
  readonly at: LngLat
}
const ME = 'me'

export function NearbyMap({ near: { me, busy, findMe }, items, at }: NearbyMapProps) {
  const land = useLand()
  const pins: MapPin[] = items.map(pinOf)
  const tones = TONES.filter(({ tone }) => pins.some((pin) => pin.tone === tone))
  return (
    <Box className="nearby-tools">
      <MapView
        className="nearby-map"
        label={`地图，${items.length} 件公开问题`}
        {...land}
        pins={me ? [...pins, { ...me, id: ME, label: '您的位置', tone: 'point' }] : pins}
        center={at}
        spanM={me ? 1_800 : 4_200}
        onPin={(id) => id !== ME && go(PUBLIC_CASE, { id })}
      />
      <Box className="nearby-key">
        {tones.map(({ tone, zh, look }) => (
          <Box key={tone} className={`key tone-${look}`}>
            <Txt>{zh}</Txt>
          </Box>
        ))}
      </Box>
      <Tap className="nearby-here" disabled={busy} onTap={() => void findMe()}>
        <Icon name="current-location" size={18} />
        <Txt>{busy ? '定位中' : me ? '重新定位' : '看我附近'}</Txt>
      </Tap>
    </Box>
  )
}

/** Alarm is only for what is late; the word stands beside the colour. */
const TONES = [
  { tone: 'here', zh: '按时办理', look: 'brand' },
  { tone: 'open', zh: '已超时', look: 'danger' },
  { tone: 'done', zh: '已办结', look: 'ok' },
] as const

function pinOf(row: PublicCase): MapPin {
  const { id, lng, lat, title, state } = row
  const late = isLate(row)
  const tone = state === 'closed' ? 'done' : late ? 'open' : 'here'
  return { id, lng, lat, tone, label: `${title}，${CASE_STATE_CITIZEN_ZH[state]}${late ? '，已超时' : ''}` }
}
