import type { CaseRow } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { BulkBar } from '../bulk/bulk-bar'
import type { Bulk } from '../bulk/use-bulk'
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
  /** At a desk several cases can be ticked. */
  readonly bulk?: Bulk
}

/** Tabs, filters and the cases themselves. */
export const QueuePane = ({ me, queue, ask, onAsk, near, picked, onPick, onDraft, layout, bulk }: QueuePaneProps) => (
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
      {...(bulk ? { many: { on: bulk.rows !== null, onTap: bulk.start } } : {})}
    />
    <DraftStrip me={me} openId={picked} onOpen={onDraft} onSent={() => void queue.load.reload()} />
    <QueueList
      queue={queue}
      ask={ask}
      near={near}
      picked={picked}
      onPick={onPick}
      quick={layout === 'phone' && ask.view === 'unit'}
      {...(bulk ? { bulk } : {})}
    />
    {bulk && <BulkBar bulk={bulk} shown={near.sorted(queue.items)} />}
  </>
)
