import type { ActivityView } from '@shared/volunteering/contract'
import { openMapLink } from '../../device/guide'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { MapView } from '../../ui/map-view'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { useLand } from '../grids/use-land'
import { useHere } from './use-here'

type PlaceProps = { readonly activity: ActivityView; readonly open: boolean; readonly onClose: () => void }

/** Where the phone cannot guide by itself: the place on our own map, and a link to whatever map the phone has. */
export function PlaceSheet({ activity, open, onClose }: PlaceProps) {
  const land = useLand()
  const here = useHere()
  const { lng, lat, placeZh, radiusM } = activity
  const pins = [
    { id: 'meet', lng, lat, label: `集合地点 ${placeZh}`, tone: 'meet' as const },
    ...(here ? [{ id: 'here', lng: here.lng, lat: here.lat, label: '您的位置', tone: 'here' as const }] : []),
  ]
  return (
    <Sheet title="集合地点" open={open} onClose={onClose}>
      <MapView
        {...land}
        className="meet-map"
        label={`地图：${placeZh}`}
        pins={pins}
        round={{ lng, lat, radiusM }}
        center={{ lng, lat }}
        spanM={1600}
      />
      <Txt strong block className="place-name">
        {placeZh}
      </Txt>
      <Txt size="caption" tone="second" block num selectable>
        {`北纬 ${lat.toFixed(5)}°，东经 ${lng.toFixed(5)}°`}
      </Txt>
      <Box className="sheet-act">
        <Button icon="external-link" onTap={() => openMapLink({ lng, lat, name: placeZh })}>
          用手机地图打开
        </Button>
      </Box>
    </Sheet>
  )
}
