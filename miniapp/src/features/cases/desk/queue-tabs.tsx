import type { CaseState } from '@shared/cases/states'
import { CASE_STATE_ZH } from '@shared/cases/words'
import { Box } from '../../../ui/box'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'

type QueueTabsProps = {
  readonly states: readonly CaseState[]
  readonly counts: Partial<Record<CaseState, number>>
  readonly picked: CaseState | null
  readonly onPick: (state: CaseState | null) => void
}

/** One tab a state, each with its number; the first holds them all. */
export const QueueTabs = ({ states, counts, picked, onPick }: QueueTabsProps) => {
  const all = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return (
    <Box as="tabs" className="queue-tabs" label="按状态">
      <QueueTab zh="全部" n={all} on={picked === null} onTap={() => onPick(null)} />
      {states.map((state) => (
        <QueueTab
          key={state}
          zh={CASE_STATE_ZH[state]}
          n={counts[state] ?? 0}
          on={picked === state}
          onTap={() => onPick(state)}
        />
      ))}
    </Box>
  )
}

type QueueTabProps = { readonly zh: string; readonly n: number; readonly on: boolean; readonly onTap: () => void }

const QueueTab = ({ zh, n, on, onTap }: QueueTabProps) => (
  <Tap role="tab" on={on} className={`queue-tab${on ? ' is-on' : ''}`} label={`${zh} ${n} 件`} onTap={onTap}>
    <Txt strong={on}>{zh}</Txt>
    <Box quiet className="queue-count">
      <Txt size="micro" num>
        {n}
      </Txt>
    </Box>
  </Tap>
)
