import type { CaseRow } from '@shared/cases/contract'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Skeleton } from '../../../ui/skeleton'
import type { Bulk } from '../bulk/use-bulk'
import { isBusy, useHold } from './held'
import { QueueRow } from './queue-row'
import { RowActs } from './row-acts'
import { RowTick } from './row-tick'
import type { Near } from './use-near'
import { narrowings, type Queue, type QueueAsk } from './use-queue'
import { VIEW_LOOK } from './views'

type QueueListProps = {
  readonly queue: Queue
  readonly ask: QueueAsk
  readonly near: Near
  readonly picked: string | null
  readonly onPick: (row: CaseRow) => void
  /** Signing and answering from the row itself: on the phone's worklist. */
  readonly quick: boolean
  readonly bulk?: Bulk
}

export function QueueList({ queue, ask, near, picked, onPick, quick, bulk }: QueueListProps) {
  const held = useHold()
  const now = useNow()
  const { load, items, hasMore, busy, readOn } = queue
  const isNarrowed = ask.text !== '' || ask.state !== null || narrowings(ask) > 0
  return (
    <Loaded load={load} skeleton={<Skeleton rows={5} />}>
      {() =>
        items.length === 0 ? (
          <Empty
            icon="inbox"
            title={isNarrowed ? '没有符合条件的案件' : VIEW_LOOK[ask.view].emptyZh}
            zh={isNarrowed ? '换个条件再找找' : '有新的会发消息告诉您'}
            act="刷新"
            onAct={() => void load.reload()}
          />
        ) : (
          <>
            <Box as="list" className="queue-list" label={VIEW_LOOK[ask.view].zh}>
              {near.sorted(items).map((row) => (
                <QueueRow
                  key={row.id}
                  row={row}
                  now={now}
                  from={near.from}
                  on={row.id === picked}
                  showState={ask.state === null}
                  onTap={() => onPick(row)}
                  held={isBusy(held, row.id)}
                  {...(bulk && bulk.rows !== null ? { tick: <RowTick bulk={bulk} row={row} /> } : {})}
                  {...(quick ? { acts: <RowActs row={row} onDone={() => void load.reload()} /> } : {})}
                />
              ))}
            </Box>
            {hasMore && (
              <Box className="queue-end">
                <Button kind="ghost" dense fit busy={busy} onTap={() => void readOn()}>
                  再看一些
                </Button>
              </Box>
            )}
          </>
        )
      }
    </Loaded>
  )
}
