import { CASE_STATES } from '@shared/cases/states'
import { CASE_STATE_ZH } from '@shared/cases/words'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Skeleton } from '../../../ui/skeleton'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { CASE_LOOK } from '../case-look'
import { useTodoCounts } from './use-todo-counts'

/** How much waits for whoever asks, state by state; each number opens its list. */
export function TodoCard() {
  const load = useTodoCounts()
  return (
    <Loaded load={load} skeleton={<Skeleton rows={1} />}>
      {({ counts }) => {
        const waiting = CASE_STATES.filter((state) => (counts[state] ?? 0) > 0)
        return waiting.length === 0 ? (
          <Card>
            <Box className="row gap-2">
              <Icon name="circle-check" size={24} className="tone-ok" />
              <Txt strong>都办完了，没有等您的案件</Txt>
            </Box>
          </Card>
        ) : (
          <Card title="等您办的" flush>
            <Box className="todo-grid">
              {waiting.map((state) => (
                <Tap key={state} className="todo-cell" onTap={() => go('/staff/cases/list', { view: 'todo', state })}>
                  <Txt size="number-l" strong num block>
                    {counts[state]}
                  </Txt>
                  <Box className="mark">
                    <Icon name={CASE_LOOK[state].icon} size={16} />
                    <Txt size="caption">{CASE_STATE_ZH[state]}</Txt>
                  </Box>
                </Tap>
              ))}
            </Box>
          </Card>
        )
      }}
    </Loaded>
  )
}
