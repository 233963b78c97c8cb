import type { PublicCase } from '@shared/cases/citizen-contract'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Loaded } from '../../ui/loaded'
import { go } from '../../ui/nav'
import { Skeleton } from '../../ui/skeleton'
import { Txt } from '../../ui/txt'
import { NearbyMap } from './nearby-map'
import { PublicRow } from './public-row'
import { type PublicFilter, useNearby } from './use-public-cases'

const FILTERS = [
  { id: 'open', zh: '办理中' },
  { id: 'closed', zh: '已办结' },
] as const
const LOOKS = [
  { id: 'map', zh: '地图', icon: 'map-2' },
  { id: 'list', zh: '列表', icon: 'list-check' },
] as const
type Look = (typeof LOOKS)[number]['id']

/** Map over list on a phone, side by side where there is room. */
export function Nearby({ wide }: { wide: boolean }) {
  const [filter, setFilter] = useState<PublicFilter>('open')
  const [look, setLook] = useState<Look>('map')
  const near = useNearby(filter)
  const items = near.load.data?.items ?? []
  const bar = (
    <Box className="nearby-bar">
      <Choices
        label="筛选"
        look="segment"
        items={FILTERS}
        picked={[filter]}
        onPick={(id) => setFilter(id === 'closed' ? 'closed' : 'open')}
      />
      {!wide && (
        <Choices
          label="看法"
          look="segment"
          items={LOOKS}
          picked={[look]}
          onPick={(id) => setLook(id === 'list' ? 'list' : 'map')}
        />
      )}
    </Box>
  )
  const map = near.at && <NearbyMap near={near} items={items} at={near.at} />
  const list = (
    <>
      <Loaded load={near.load} skeleton={<Skeleton rows={4} />}>
        {() => <NearbyList items={items} isMine={near.me !== null} filter={filter} />}
      </Loaded>
      <HoldsDoor />
    </>
  )
  if (wide)
    return (
      <Box className="nearby-wide">
        {map}
        <Box className="nearby-side">
          {bar}
          {list}
        </Box>
      </Box>
    )
  return (
    <>
      {bar}
      {look === 'map' && map}
      {list}
    </>
  )
}

const HoldsDoor = () => (
  <Card flush>
    <Entry
      icon="calendar-time"
      title="挂账清单"
      zh="暂时办不了的，写明原因和复查日期"
      onTap={() => go('/pages/cases/holds')}
    />
  </Card>
)

type NearbyListProps = {
  readonly items: readonly PublicCase[]
  readonly isMine: boolean
  readonly filter: PublicFilter
}

function NearbyList({ items, isMine, filter }: NearbyListProps) {
  const where = isMine ? '您附近 1.5 公里内' : '县城'
  const what = filter === 'open' ? '正在办理' : '近期办结'
  if (items.length === 0)
    return (
      <Card className="nearby-none">
        <Empty icon="map-pin-check" title={`${where}没有${what}的公开问题`} zh="看见新的问题，回首页随手拍一张" />
      </Card>
    )
  return (
    <>
      <Box as="title" className="nearby-count">
        <Txt size="title-3" strong>
          {`${where}${what} ${items.length} 件`}
        </Txt>
      </Box>
      {items.map((row) => (
        <PublicRow key={row.id} row={row} />
      ))}
    </>
  )
}
