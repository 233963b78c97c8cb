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
  const pins: MapPin[] = items.map(({ id, lng, lat, title, state }) => ({
    ...{ id, lng, lat, label: `${title}，${CASE_STATE_CITIZEN_ZH[state]}` },
    tone: state === 'closed' ? 'done' : 'open',
  }))
  return (
    <Box className="nearby-tools">
      <MapView
        className="nearby-map"
        label={`地图，${items.length} 件公开问题`}
        {...land}
        pins={me ? [...pins, { ...me, id: ME, label: '您的位置', tone: 'here' }] : pins}
        center={at}
        spanM={me ? 1_800 : 4_200}
        onPin={(id) => id !== ME && go(PUBLIC_CASE, { id })}
      />
      <Tap className="nearby-here" disabled={busy} onTap={() => void findMe()}>
        <Icon name="current-location" size={18} />
        <Txt>{busy ? '定位中' : me ? '重新定位' : '看我附近'}</Txt>
      </Tap>
    </Box>
  )
}
