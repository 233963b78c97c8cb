import type { MyCaseView } from '@shared/cases/contract'
import { MapView } from '../../ui/map-view'
import { useLand } from '../grids/use-land'

const SPAN_M = 1_200

type Placed = Pick<MyCaseView, 'lng' | 'lat' | 'addressZh' | 'state'>

export function CaseMap({ c: { lng, lat, addressZh, state } }: { c: Placed }) {
  const land = useLand()
  const tone = state === 'closed' ? 'done' : 'open'
  return (
    <MapView
      className="case-map"
      label={`位置：${addressZh}`}
      {...land}
      pins={[{ id: 'case', lng, lat, label: addressZh, tone }]}
      center={{ lng, lat }}
      spanM={SPAN_M}
      still
    />
  )
}
