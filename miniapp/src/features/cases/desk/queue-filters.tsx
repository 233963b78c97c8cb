import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useGrids } from '../../grids/use-grids'
import type { QueueAsk } from './use-queue'

type QueueFiltersProps = {
  readonly ask: QueueAsk
  readonly onAsk: (is: Partial<QueueAsk>) => void
  readonly withSearch: boolean
  readonly near: { readonly on: boolean; readonly isSorted: boolean; readonly onAsk: () => void }
}

const OPEN = [
  { id: 'all', zh: '全部' },
  { id: 'yes', zh: '在办' },
  { id: 'no', zh: '已了结' },
] as const

/** Words and distance in sight, the rest behind 筛选. */
export function QueueFilters({ ask, onAsk, near, withSearch }: QueueFiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const set = [ask.gridId, ask.open].filter(Boolean).length
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
        <Pick
          icon="adjustments-horizontal"
          zh={set > 0 ? `筛选 ${set}` : '筛选'}
          on={isOpen || set > 0}
          onTap={() => setOpen(!isOpen)}
        />
        <Pick
          icon={near.isSorted ? 'map-pin' : near.on ? 'sort-ascending' : 'current-location'}
          zh={near.isSorted ? '按距离' : near.on ? '按时限' : '离我多远'}
          on={near.on}
          onTap={near.onAsk}
        />
      </Box>
      {isOpen && <More ask={ask} onAsk={onAsk} />}
    </Box>
  )
}

type PickProps = {
  readonly icon: 'adjustments-horizontal' | 'map-pin' | 'sort-ascending' | 'current-location'
  readonly zh: string
  readonly on: boolean
  readonly onTap: () => void
}

const Pick = ({ icon, zh, on, onTap }: PickProps) => (
  <Tap className={`queue-pick${on ? ' is-on' : ''}`} onTap={onTap}>
    <Icon name={icon} size={16} />
    <Txt size="caption" strong={on}>
      {zh}
    </Txt>
  </Tap>
)

function More({ ask: { view, gridId, open }, onAsk }: Pick<QueueFiltersProps, 'ask' | 'onAsk'>) {
  const grids = useGrids()
  const options = [{ id: 'all', zh: '全部网格' }, ...grids.map(({ id, name }) => ({ id, zh: name }))]
  return (
    <Box className="col gap-2 queue-more">
      <Select
        label="网格"
        options={options}
        value={gridId ?? 'all'}
        onPick={(id) => onAsk({ gridId: id === 'all' ? null : id })}
      />
      {view === 'all' && (
        <Choices
          label="是否了结"
          look="segment"
          items={OPEN}
          picked={[open ?? 'all']}
          onPick={(id) => onAsk({ open: id === 'yes' || id === 'no' ? id : null, state: null })}
        />
      )}
    </Box>
  )
}
