import { useRef } from 'react'
import { Icon } from './icon'
import { type MapPin, type MapViewProps, PIN_COLORS, warmth } from './map'
import { MapLand } from './map-land.h5'
import { useMapMoves } from './map-moves.h5'
import { type Frame, plane } from './map-plane.h5'
import { Tap } from './tap'

/** Our own drawing of the county: no tiles, no key, no host but ours. */
export function MapView(given: MapViewProps) {
  const {
    label,
    areas,
    lines,
    pins,
    round,
    heat = [],
    center,
    spanM,
    picked,
    still,
    className = '',
    onPin,
    onPoint,
  } = given
  const svg = useRef<SVGSVGElement>(null)
  const { to, from } = plane(center)
  const { frame, unit, zoom, handlers } = useMapMoves(svg, spanM, still === true, (at) => onPoint?.(from(at)))
  return (
    <div className={`map ${className}`}>
      <svg
        ref={svg}
        className={still ? 'map-svg' : 'map-svg is-free'}
        viewBox={boxOf(frame)}
        role={onPin ? 'group' : 'img'}
        aria-label={label}
        {...handlers}
        preserveAspectRatio="xMidYMid slice"
      >
        <title>{label}</title>
        <MapLand areas={areas} lines={lines} picked={picked} to={to} unit={unit} />
        {heat.map((spot) => (
          <Warm key={`${spot.lng} ${spot.lat}`} at={to(spot)} radiusM={spot.radiusM} part={spot.part} />
        ))}
        {round && <Round at={to(round)} radiusM={round.radiusM} unit={unit} />}
        {pins.map((pin) => (
          <Pin key={pin.id} pin={pin} at={to(pin)} unit={unit} {...(onPin ? { onPin } : {})} />
        ))}
      </svg>
      {!still && (
        <div className="map-zoom">
          <Tap label="放大" onTap={() => zoom(0.6)}>
            <Icon name="plus" size={20} />
          </Tap>
          <Tap label="缩小" onTap={() => zoom(1 / 0.6)}>
            <Icon name="minus" size={20} />
          </Tap>
        </div>
      )}
    </div>
  )
}

const boxOf = ({ x, y, w, h }: Frame) => `${x - w / 2} ${y - h / 2} ${w} ${h}`

const Round = ({ at, radiusM, unit }: { at: { x: number; y: number }; radiusM: number; unit: number }) => (
  <circle
    cx={at.x}
    cy={at.y}
    r={radiusM}
    className="map-round"
    strokeWidth={2 * unit}
    strokeDasharray={`${5 * unit} ${4 * unit}`}
  />
)

const Warm = ({ at, radiusM, part }: { at: { x: number; y: number }; radiusM: number; part: number }) => (
  <circle cx={at.x} cy={at.y} r={radiusM} className="map-warm" fillOpacity={warmth(part)} />
)

type PinProps = {
  readonly pin: MapPin
  readonly at: { x: number; y: number }
  readonly unit: number
  readonly onPin?: (id: string) => void
}

function Pin({ pin, at, unit, onPin }: PinProps) {
  const color = PIN_COLORS[pin.tone]
  const place = `translate(${at.x} ${at.y}) scale(${unit})`
  const shape =
    pin.tone === 'point' ? (
      <circle r="5" fill={color} stroke="#fff" strokeWidth="1.5" />
    ) : (
      <g transform="translate(-14 -33)">
        <path
          d="M14 1C7 1 1.500 6.400 1.500 13.300 1.500 22.500 14 33 14 33s12.500-10.500 12.500-19.700C26.500 6.400 21 1 14 1Z"
          fill={color}
          stroke="#fff"
          strokeWidth="1.5"
        />
        <circle cx="14" cy="13.500" r="4.500" fill="#fff" />
      </g>
    )
  if (!onPin)
    return (
      <g transform={place}>
        <title>{pin.label}</title>
        {shape}
      </g>
    )
  const open = () => onPin(pin.id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button inside an SVG
    <g
      transform={place}
      className="map-pin"
      role="button"
      tabIndex={0}
      aria-label={pin.label}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      <circle r="22" cy="-14" fill="transparent" />
      {shape}
    </g>
  )
}
