import type { SavedFilterView } from '@shared/cases/tools-contract'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useKeepFilter, useKeptFilters } from './use-kept-filters'
import { firstAsk, type QueueAsk } from './use-queue'

type KeptFiltersProps = { readonly ask: QueueAsk; readonly onAsk: (is: Partial<QueueAsk>) => void }

/** What a kept filter shows: the ledger, or what waits, narrowed as it was when it was kept. */
const askOf = ({ query, name }: SavedFilterView): QueueAsk => ({
  ...firstAsk(query.todo ? 'todo' : 'all', query.state ?? null),
  ...{ open: query.open ?? null, gridId: query.gridId ?? null, categoryCode: query.categoryCode ?? null },
  ...{ source: query.source ?? null, level: query.level ?? null, text: query.text ?? '' },
  unit: query.unitId ? { id: query.unitId, zh: name } : null,
})

const isSame = (a: QueueAsk, b: QueueAsk) =>
  JSON.stringify({ ...a, unit: a.unit?.id }) === JSON.stringify({ ...b, unit: b.unit?.id })

/** 常用筛选, one's own and the shared ones, each with how many it finds; the one in use can be taken away. */
export function KeptFilters({ ask, onAsk }: KeptFiltersProps) {
  const kept = useKeptFilters()
  const { drop } = useKeepFilter()
  if (kept.length === 0) return null
  return (
    <Box as="group" className="kept-filters" label="常用筛选">
      {kept.map((one) => {
        const on = isSame(ask, askOf(one))
        return (
          <Box key={one.id} className={`kept-filter${on ? ' is-on' : ''}`}>
            <Tap className="kept-name" onTap={() => onAsk(on ? firstAsk(ask.view) : askOf(one))}>
              {one.isShared && <Icon name="users" size={14} />}
              <Txt size="caption" strong={on}>
                {one.name}
              </Txt>
              <Txt size="micro" num>
                {one.n}
              </Txt>
            </Tap>
            {on && one.mine && (
              <Tap className="kept-drop" label={`去掉常用筛选 ${one.name}`} onTap={() => void drop(one.id)}>
                <Icon name="x" size={14} />
              </Tap>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
