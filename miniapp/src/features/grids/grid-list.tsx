import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { go } from '../../ui/nav'
import { useGrids } from './use-grids'

/** Every grid with its lead department and how many answer for it; each opens its chain. */
export function GridList() {
  return (
    <Card flush>
      {useGrids().map(({ id, name, leadUnit, leaders, segments, householders }) => (
        <Entry
          key={id}
          icon="map-pin"
          title={name}
          zh={`${leadUnit ?? '牵头部门空缺'} · 包片 ${leaders} · 包段 ${segments} · 户长 ${householders}`}
          onTap={() => go('/staff/grids/duties', { id })}
        />
      ))}
    </Card>
  )
}
