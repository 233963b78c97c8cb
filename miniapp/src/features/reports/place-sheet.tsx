import type { LngLat } from '@shared/kit/geo'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button'
import { MapView } from '../../ui/map-view'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { useLand } from '../grids/use-land'
import { usePlace } from '../grids/use-place'
import { Wrong } from './wrong'

const SHEET_SPAN_M = 900

type PlaceSheetProps = {
  readonly open: boolean
  readonly from: LngLat | null
  readonly title?: string
  readonly hint?: string
  readonly onClose: () => void
  readonly onChoose: (at: LngLat) => void
}

/** A large map and a pin that follows the finger; what lies there is said before it is taken. */
export function PlaceSheet(props: PlaceSheetProps) {
  const { open, from, title = '问题在哪里', hint = '拖动地图，在出问题的地方点一下', onClose, onChoose } = props
  const land = useLand()
  const [at, setAt] = useState<LngLat | null>(null)
  useEffect(() => {
    if (!open) setAt(null)
  }, [open])
  const place = usePlace(open ? at : null)
  if (!open || !from) return null
  return (
    <Sheet title={title} open onClose={onClose}>
      <Txt size="caption" tone="second" block>
        {hint}
      </Txt>
      <MapView
        className="place-sheet-map"
        label="选择位置的地图"
        {...land}
        pins={[{ ...(at ?? from), id: 'pin', label: '选中的位置', tone: 'open' }]}
        center={from}
        spanM={SHEET_SPAN_M}
        onPoint={setAt}
        {...(place.data ? { picked: place.data.gridId } : {})}
      />
      {place.data && (
        <Txt block className="place-sheet-zh">
          {`${place.data.labelZh.split(' · ')[0]} · ${place.data.gridName}`}
        </Txt>
      )}
      <Wrong zh={place.failure?.kind === 'other' ? place.failure.zh : ''} />
      <Button disabled={at === null || place.failure?.kind === 'other'} onTap={() => at && onChoose(at)}>
        {at === null ? '先在图上点一下' : '用这个位置'}
      </Button>
    </Sheet>
  )
}
