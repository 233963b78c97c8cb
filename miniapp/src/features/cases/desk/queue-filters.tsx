import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { KeptFilters } from './kept-filters'
import { QueueMore } from './queue-more'
import { narrowings, type QueueAsk } from './use-queue'

type QueueFiltersProps = {
  readonly ask: QueueAsk
  readonly onAsk: (is: Partial<QueueAsk>) => void
  readonly withSearch: boolean
  readonly near: { readonly on: boolean; readonly isSorted: boolean; readonly onAsk: () => void }
  /** At a desk: tick several cases and decide them together. */
  readonly many?: { readonly on: boolean; readonly onTap: () => void }
}

/** Words and distance in sight, kept filters a tap away, the rest behind 筛选. */
export function QueueFilters({ ask, onAsk, near, withSearch, many }: QueueFiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const set = narrowings(ask)
  return (
    <Box className="queue-filters">
      <Box className="row gap-2">
        {withSearch && (
          <Box className="grow">
            <Input
              label="搜编号、地点、标题"
              keyboard="search"
              placeholder="搜编号、地点、标题"
              value={ask.text}
              onText={(text) => onAsk({ text })}
            />
          </Box>
        )}
        <PickTap
          icon="adjustments-horizontal"
          zh={set > 0 ? `筛选 ${set}` : '筛选'}
          on={isOpen || set > 0}
          onTap={() => setOpen(!isOpen)}
        />
        <NearPick near={near} />
        {many && <PickTap icon="checks" zh="多选" on={many.on} onTap={many.onTap} />}
      </Box>
      <KeptFilters ask={ask} onAsk={onAsk} />
      {isOpen && <QueueMore ask={ask} onAsk={onAsk} />}
    </Box>
  )
}

const NearPick = ({ near }: Pick<QueueFiltersProps, 'near'>) => (
  <PickTap
    icon={near.isSorted ? 'map-pin' : near.on ? 'sort-ascending' : 'current-location'}
    zh={near.isSorted ? '按距离' : near.on ? '按时限' : '离我多远'}
    on={near.on}
    onTap={near.onAsk}
  />
)

type PickProps = {
  readonly icon: 'adjustments-horizontal' | 'map-pin' | 'sort-ascending' | 'current-location' | 'checks'
  readonly zh: string
  readonly on: boolean
  readonly onTap: () => void
}

const PickTap = ({ icon, zh, on, onTap }: PickProps) => (
  <Tap className={`queue-pick${on ? ' is-on' : ''}`} onTap={onTap}>
    <Icon name={icon} size={16} />
    <Txt size="caption" strong={on}>
      {zh}
    </Txt>
  </Tap>
)
