import { Map as WxMap } from '@tarojs/components'
import { fromGcj, toGcj } from '../device/gcj'
import { Box } from './box'
import { type MapHeat, type MapPin, type MapRound, type MapViewProps, warmth } from './map'

/** WeChat's own map under our grids; it draws roads and rivers itself. */
export function MapView(given: MapViewProps) {
  const { label, areas, pins, round, heat = [], center, spanM, picked, still, className = '', onPin, onPoint } = given
  return (
    <Box className={`map ${className}`} as="image" label={label}>
      <WxMap
        className="map-wx"
        {...toGcj(center)}
        scale={scaleOf(spanM)}
        enableZoom={!still}
        enableScroll={!still}
        showLocation={false}
        markers={pins.map(marker)}
        polygons={areas.map(({ id, rings }) => polygon(rings[0] ?? [], id === picked))}
        circles={[...heat.map(warm), ...(round ? [coarse(round)] : [])]}
        onMarkerTap={({ detail }) => {
          const pin = pins[Number(detail.markerId)]
          if (pin) onPin?.(pin.id)
        }}
        onTap={({ detail }) => {
          const { longitude, latitude } = detail as { longitude?: number; latitude?: number }
          if (longitude !== undefined && latitude !== undefined) onPoint?.(fromGcj(longitude, latitude))
        }}
        onError={() => {}}
      />
    </Box>
  )
}

const coarse = ({ radiusM, ...at }: MapRound) => ({
  ...toGcj(at),
  ...{ radius: radiusM, color: '#1b6d8bcc', fillColor: '#1b6d8b26', strokeWidth: 2 },
})

const warm = ({ radiusM, part, ...at }: MapHeat) => {
  const strength = Math.round(warmth(part) * 255).toString(16)
  return { ...toGcj(at), ...{ radius: radiusM, color: '#ac2b4600', fillColor: `#ac2b46${strength}`, strokeWidth: 0 } }
}

/** WeChat's scale halves the span with each step; 16 shows about 900 m on a phone. */
const scaleOf = (spanM: number) => Math.min(20, Math.max(3, 16 - Math.log2(spanM / 900)))

const marker = (pin: MapPin, id: number) => ({
  ...toGcj(pin),
  id,
  iconPath: `/pins/${pin.tone}.png`,
  width: 28,
  height: 34,
  anchor: { x: 0.5, y: 1 },
  ariaLabel: pin.label,
})

const polygon = (ring: readonly (readonly [number, number])[], strong: boolean) => ({
  points: ring.map(([lng, lat]) => toGcj({ lng, lat })),
  strokeWidth: strong ? 3 : 1,
  strokeColor: strong ? '#1b6d8bff' : '#1b6d8b88',
  fillColor: strong ? '#1b6d8b22' : '#1b6d8b0d',
  zIndex: 1,
})
