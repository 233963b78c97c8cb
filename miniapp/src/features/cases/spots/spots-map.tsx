import { HEAT_CELL_M, type HeatSpot, type RelapseSpot } from '@shared/cases/spots-contract'
import type { MapHeat, MapPin } from '../../../ui/map'
import { MapView } from '../../../ui/map-view'
import { go } from '../../../ui/nav'
import { useCounty } from '../../grids/use-county'
import { useLand } from '../../grids/use-land'
import type { Layer } from './use-spots'

type SpotsMapProps = {
  readonly layer: Layer
  readonly heat: readonly HeatSpot[]
  readonly relapses: readonly RelapseSpot[]
}

export function SpotsMap({ layer, heat, relapses }: SpotsMapProps) {
  const land = useLand()
  const county = useCounty()
  const isHeat = layer === 'heat'
  const center = (isHeat ? heat[0] : relapses[0]) ?? county?.center
  if (!center) return null
  return (
    <MapView
      key={layer}
      className="spots-map"
      label={isHeat ? `热点图，${heat.length} 处` : `地图，${relapses.length} 个反复点`}
      {...land}
      pins={isHeat ? [] : relapses.map(pinOf)}
      heat={isHeat ? heatOf(heat) : []}
      center={center}
      spanM={6_000}
      onPin={(id) => go('/staff/cases/detail', { id })}
    />
  )
}

const pinOf = ({ id, lng, lat, title, day }: RelapseSpot): MapPin => ({
  id,
  lng,
  lat,
  tone: 'open',
  label: `${title}，${day} 又来`,
})

/** Against the hottest: one case in a quiet county still shows. */
function heatOf(heat: readonly HeatSpot[]): readonly MapHeat[] {
  const most = heat[0]?.count ?? 1
  return heat.map(({ lng, lat, count }) => ({ lng, lat, radiusM: HEAT_CELL_M * 0.75, part: Math.sqrt(count / most) }))
}
