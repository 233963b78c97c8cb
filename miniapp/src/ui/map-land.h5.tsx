import { memo } from 'react'
import type { MapArea, MapLine } from './map'
import { pathOf, type Spot, type To } from './map-plane.h5'

const RIVER_M = 110
const ROAD_M = 26

type LandProps = {
  readonly areas: readonly MapArea[]
  readonly lines: readonly MapLine[]
  readonly picked: string | undefined
  readonly to: To
  readonly unit: number
}

/** Grids as pale washes, the river, the roads, and the grids' names. */
export const MapLand = memo(function MapLand({ areas, lines, picked, to, unit }: LandProps) {
  const widest = Math.max(ROAD_M, 2 * unit)
  return (
    <g>
      {areas.map(({ id, rings }, i) => (
        <path
          key={id}
          d={rings.map((ring) => `${pathOf(ring, to)}Z`).join('')}
          className={`map-area wash-${i % 4}${id === picked ? ' is-picked' : ''}`}
          strokeWidth={(id === picked ? 2.5 : 1.5) * unit}
        />
      ))}
      {lines.map(({ id, kind, line }) => (
        <path
          key={id}
          d={pathOf(line, to)}
          className={`map-${kind}`}
          strokeWidth={kind === 'river' ? RIVER_M : widest}
        />
      ))}
      {areas.map(({ id, name, rings }) => {
        const { x, y } = middle(rings[0] ?? [], to)
        return (
          <text key={id} x={x} y={y} className="map-name" fontSize={12 * unit} strokeWidth={3 * unit}>
            {name}
          </text>
        )
      })}
    </g>
  )
})

/** The middle of the area itself, so that a name does not lie in a corner with many vertices. */
function middle(ring: readonly (readonly [number, number])[], to: To): Spot {
  const spots = ring.map(([lng, lat]) => to({ lng, lat }))
  let twice = 0
  let x = 0
  let y = 0
  spots.forEach((a, i) => {
    const b = spots[(i + 1) % spots.length] ?? a
    const cross = a.x * b.y - b.x * a.y
    twice += cross
    x += (a.x + b.x) * cross
    y += (a.y + b.y) * cross
  })
  return twice === 0 ? (spots[0] ?? { x: 0, y: 0 }) : { x: x / (3 * twice), y: y / (3 * twice) }
}
