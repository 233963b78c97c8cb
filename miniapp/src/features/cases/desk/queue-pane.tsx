import type { CaseRow } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { DraftStrip } from './draft-strip'
import { QueueFilters } from './queue-filters'
import { QueueList } from './queue-list'
import { QueueTabs } from './queue-tabs'
import type { Near } from './use-near'
import type { Queue, QueueAsk } from './use-queue'
import { statesOf } from './views'

type QueuePaneProps = {
  readonly me: Me
  readonly queue: Queue
  readonly ask: QueueAsk
  readonly onAsk: (is: Partial<QueueAsk>) => void
  readonly near: Near
  readonly picked: string | null
  readonly onPick: (row: CaseRow) => void
  readonly onDraft: (caseId: string, planId: string) => void
  /** At a desk the search stands above all panes, and signing has its place on the right. */
  readonly layout: 'phone' | 'desk'
}

/** Tabs, filters and the cases themselves. */
export const QueuePane = ({ me, queue, ask, onAsk, near, picked, onPick, onDraft, layout }: QueuePaneProps) => (
  <>
    <QueueTabs
      states={statesOf(ask.view, me.roles, queue.counts)}
      counts={queue.counts}
      picked={ask.state}
      onPick={(state) => onAsk({ state })}
    />
    <QueueFilters
      ask={ask}
      onAsk={onAsk}
      withSearch={layout === 'phone'}
      near={{ on: near.from !== null, isSorted: near.isSorted, onAsk: near.ask }}
    />
    <DraftStrip me={me} openId={picked} onOpen={onDraft} onSent={() => void queue.load.reload()} />
    <QueueList
      queue={queue}
      ask={ask}
      near={near}
      picked={picked}
      onPick={onPick}
      quick={layout === 'phone' && ask.view === 'unit'}
    />
  </>
)
