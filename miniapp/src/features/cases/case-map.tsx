import type { MyCaseView } from '@shared/cases/contract'
import { MapView } from '../../ui/map-view'
import { useLand } from '../grids/use-land'

const SPAN_M = 1_200

/** A coarse square is drawn as what it is: somewhere in there. */
const COARSE_M = 300

type Placed = Pick<MyCaseView, 'lng' | 'lat' | 'addressZh' | 'state'> & { readonly isFuzzed?: boolean }

export function CaseMap({ c: { lng, lat, addressZh, state, isFuzzed = false } }: { c: Placed }) {
  const land = useLand()
  const tone = state === 'closed' ? 'done' : 'open'
  return (
    <MapView
      className="case-map"
      label={`位置：${addressZh}`}
      {...land}
      pins={isFuzzed ? [] : [{ id: 'case', lng, lat, label: addressZh, tone }]}
      {...(isFuzzed ? { round: { lng, lat, radiusM: COARSE_M } } : {})}
      center={{ lng, lat }}
      spanM={SPAN_M}
      still
    />
  )
}
