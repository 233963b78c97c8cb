import { RELAPSE } from '@shared/cases/relapses'
import type { HeatSpot, RelapseSpot } from '@shared/cases/spots-contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { SpotsAsk } from './spots-ask'
import { SpotsMap } from './spots-map'
import { LAYERS, type Layer, useSpots } from './use-spots'

/** Where problems come back, and where they come from most. */
export function Spots() {
  const spots = useSpots()
  const [layer, setLayer] = useState<Layer>('relapses')
  return (
    <Box className="spots">
      <Choices
        label="看什么"
        look="segment"
        items={LAYERS}
        picked={[layer]}
        onPick={(id) => setLayer(id === 'heat' ? 'heat' : 'relapses')}
      />
      <SpotsAsk spots={spots} />
      <Loaded load={spots.load}>
        {({ total, heat, relapses }) => (
          <Box className="spots-wide">
            <SpotsMap layer={layer} heat={heat} relapses={relapses} />
            {layer === 'heat' ? <HeatList heat={heat} total={total} /> : <RelapseList relapses={relapses} />}
          </Box>
        )}
      </Loaded>
    </Box>
  )
}

const SHOWN = 50

const HeatList = ({ heat, total }: { heat: readonly HeatSpot[]; total: number }) =>
  heat.length === 0 ? (
    <Empty icon="map-2" title="这段日子没有案件" />
  ) : (
    <Card flush title="反映最多的地方" aside={`共 ${total} 件`}>
      {heat.slice(0, SHOWN).map(({ lng, lat, count, addressZh }) => (
        <Entry
          key={`${lng} ${lat}`}
          title={addressZh}
          aside={`${count} 件`}
          onTap={() => go('/staff/cases/list', { view: 'all', text: addressZh })}
        />
      ))}
    </Card>
  )

const RelapseList = ({ relapses }: { relapses: readonly RelapseSpot[] }) =>
  relapses.length === 0 ? (
    <Empty
      icon="map-pin-check"
      title="没有反复点"
      zh={`近 ${RELAPSE.days} 天办结的同类问题，${RELAPSE.metres} 米内没有再来`}
    />
  ) : (
    <Card flush title="反复点" aside={`${RELAPSE.metres} 米内同类，办结 ${RELAPSE.days} 天内又来`}>
      {relapses.map(({ id, title, addressZh, day, before }) => (
        <Entry
          key={id}
          title={title}
          zh={`${addressZh} · ${before ? `${before.day} 办结（${before.number}），` : ''}${day} 又来`}
          onTap={() => go('/staff/cases/detail', { id })}
        />
      ))}
    </Card>
  )
