import type { LngLat } from '@shared/kit/geo'
import { ListNearPoints, type NearPoint } from '@shared/points/contract'
import { useLoad } from '../../api/use-load'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Txt } from '../../ui/txt'

type NearPointsProps = { readonly place: LngLat; readonly onChoose: (point: NearPoint) => void }

/** 点位 within a phone's error of the place: one tap says that it is this one. */
export function NearPoints({ place: { lng, lat }, onChoose }: NearPointsProps) {
  const { items = [] } = useLoad(ListNearPoints, { params: {}, body: { lng, lat } }).data ?? {}
  if (items.length === 0) return null
  return (
    <Box as="group" className="place-near" label="附近的点位">
      <Txt size="caption" tone="second" block>
        是不是附近的点位？
      </Txt>
      <Box className="row wrap gap-2">
        {items.map((point) => (
          <Button key={point.id} kind="soft" dense fit onTap={() => onChoose(point)}>
            {`${point.name} · ${point.distanceM} 米`}
          </Button>
        ))}
      </Box>
    </Box>
  )
}
