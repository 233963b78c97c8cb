import { useState } from 'react'
import { callPhone } from '../../device/call-phone'
import { choosePlace } from '../../device/choose-place'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FormRow } from '../../ui/form-row'
import { Icon } from '../../ui/icon'
import { MapView } from '../../ui/map-view'
import { Select } from '../../ui/select'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useCounty } from '../grids/use-county'
import { useLand, useTowns } from '../grids/use-land'
import { NearPoints } from './near-points'
import { PlaceSheet } from './place-sheet'
import { PlaceState } from './place-state'
import type { ReportPlace } from './use-report-place'
import { Wrong } from './wrong'

const CARD_SPAN_M = 480
/** Degrees: the pin stands on its tip, so the middle of the little map lies a bit north of the place. */
const PIN_RISE = 0.0007

export function PlaceCard({ at, wrong }: { at: ReportPlace; wrong: string }) {
  const [open, setOpen] = useState(false)
  const county = useCounty()
  const outside = at.named.failure?.kind === 'other' ? at.named.failure.zh : ''
  const change = async () => {
    if (choosePlace === null) return setOpen(true)
    const chosen = await choosePlace(at.place ?? county?.center ?? null)
    if (chosen) at.move(chosen)
  }
  return (
    <Card title="位置" aside={<PlaceState at={at} />}>
      {at.place ? <Placed at={at} onMove={() => void change()} /> : <Unplaced at={at} onMove={() => void change()} />}
      {at.place && at.placedBy !== 'point' && <NearPoints place={at.place} onChoose={at.choosePoint} />}
      <Wrong zh={(at.town ? '' : outside) || wrong} />
      {outside && <Outside at={at} hotline={county?.hotline} onMove={() => void change()} />}
      <PlaceSheet
        open={open}
        from={at.place ?? county?.center ?? null}
        onClose={() => setOpen(false)}
        onChoose={(chosen) => {
          setOpen(false)
          at.move(chosen)
        }}
      />
    </Card>
  )
}

type PartProps = { readonly at: ReportPlace; readonly onMove: () => void }

function Placed({ at: { place, placeZh, named, town }, onMove }: PartProps) {
  const land = useLand()
  const { gridName, community, gridId } = named.data ?? {}
  if (!place) return null
  return (
    <Box className="place-row">
      <MapView
        className="place-map"
        label="位置示意"
        {...land}
        pins={[{ ...place, id: 'here', label: '问题位置', tone: 'open' }]}
        center={{ lng: place.lng, lat: place.lat + PIN_RISE }}
        spanM={CARD_SPAN_M}
        still
        {...(gridId ? { picked: gridId } : {})}
      />
      <Box className="grow">
        <Txt size="title-3" strong block>
          {placeZh.split(' · ')[0] || '图上的位置'}
        </Txt>
        <Txt size="caption" tone="second" block>
          {whoseZh(town?.name, gridName && `${gridName} · ${community}`, named.failure !== null)}
        </Txt>
      </Box>
      <Tap className="place-move" label="挪一下位置" onTap={onMove}>
        <Txt size="caption" strong tone="brand">
          挪一下
        </Txt>
      </Tap>
    </Box>
  )
}

const whoseZh = (town: string | undefined, grid: string | undefined, failed: boolean) =>
  (town && `由${town}办理`) || grid || (failed ? '还没认出网格' : '正在认网格')

/** No grid holds it: the pin is moved, the 镇 is named, or the county is called. */
function Outside({ at, hotline, onMove }: PartProps & { hotline: string | undefined }) {
  const towns = useTowns()
  const choose = (id: string) => {
    const town = towns.find((one) => one.id === id)
    if (town) at.chooseTown(town)
  }
  return (
    <Box className="place-outside">
      <FormRow label="在镇上的问题，选所在的镇">
        <Select
          label="所在的镇"
          options={towns.map(({ id, name }) => ({ id, zh: name }))}
          value={at.town?.id ?? null}
          onPick={choose}
        />
      </FormRow>
      <Box className="place-ways">
        <Button kind="outline" dense icon="map-pin" onTap={onMove}>
          挪图上的位置
        </Button>
        {hotline && (
          <Button kind="outline" dense icon="phone" onTap={() => callPhone(hotline)}>
            {`打 ${hotline}`}
          </Button>
        )}
      </Box>
    </Box>
  )
}

const UNPLACED_ZH = {
  refused: '没有定位权限。可以在地图上点一下，或在手机设置里打开定位后重试',
  unasked: '问清在哪里，在地图上点一下',
  found: '在地图上点一下',
}

/** Without permission there is always a way by hand. */
const Unplaced = ({ at: { locating, ask }, onMove }: PartProps) =>
  locating === 'asking' ? (
    <Box className="place-none">
      <Icon name="current-location" size={20} />
      <Txt size="caption">正在定位，也可以先拍照</Txt>
    </Box>
  ) : (
    <>
      <Txt size="caption" tone="second" block>
        {UNPLACED_ZH[locating]}
      </Txt>
      <Box className="place-ways">
        <Button kind="soft" dense icon="map-pin" onTap={onMove}>
          在地图上点
        </Button>
        {locating === 'refused' && (
          <Button kind="outline" dense icon="current-location" onTap={() => void ask()}>
            重新定位
          </Button>
        )}
      </Box>
    </>
  )
