import type { ActivityCard as Activity } from '@shared/volunteering/contract'
import { useState } from 'react'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Choices } from '../../ui/choices'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { Skeleton } from '../../ui/skeleton'
import { ActivityCard } from './activity-card'
import { MonthView } from './teams/month-view'
import { type Filter, useActivities } from './use-activities'

const FILTERS = [
  { id: 'week', zh: '本周' },
  { id: 'near', zh: '附近' },
  { id: 'open', zh: '有名额' },
] as const satisfies readonly { id: Filter; zh: string }[]

const LOOKS = [
  { id: 'list', zh: '列表' },
  { id: 'month', zh: '月历' },
] as const

/** 志愿活动, as a list to filter or as a month. */
export function Activities() {
  const [look, setLook] = useState('list')
  return (
    <>
      <Choices label="怎么看" look="segment" items={LOOKS} picked={[look]} onPick={setLook} />
      {look === 'month' ? <MonthView /> : <ActivityList />}
    </>
  )
}

function ActivityList() {
  const { load, items, hasMore, busy, readOn, picked, toggle, showAll } = useActivities()
  const pick = (id: string) => {
    const filter = FILTERS.find((one) => one.id === id)
    if (filter) void toggle(filter.id)
  }
  return (
    <>
      <Box className="activity-filters">
        <Choices label="筛选活动" look="tag" many items={FILTERS} picked={picked} onPick={pick} />
      </Box>
      <Box className="activity-list">
        <Loaded load={load} skeleton={<Skeleton rows={4} />}>
          {() =>
            items.length === 0 ? (
              <Nothing filtered={picked.length > 0} onAll={showAll} />
            ) : (
              <>
                <Cards items={items} />
                {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
              </>
            )
          }
        </Loaded>
      </Box>
    </>
  )
}

/** Made once the first answer is here, when the phone knows the time. */
function Cards({ items }: { items: readonly Activity[] }) {
  const now = useNow()
  return (
    <Box as="list">
      {items.map((activity) => (
        <Box key={activity.id} as="item" className="activity-item">
          <ActivityCard activity={activity} now={now} />
        </Box>
      ))}
    </Box>
  )
}

const Nothing = ({ filtered, onAll }: { filtered: boolean; onAll: () => void }) =>
  filtered ? (
    <Empty icon="search" title="没有这样的活动" zh="换个条件，或看看全部活动" act="看全部活动" onAct={onAll} />
  ) : (
    <Empty icon="heart-handshake" title="近期没有志愿活动" zh="新活动发布后会出现在这里" />
  )
